import HedgeAnalytics
import HedgeModel

/// Betas of a composite benchmark's parts as JSON and text.
struct CompositeReport: Encodable {
  let weights: [String: Double]
  let volatilities: [String: Double]
  let correlation: Double
  let betas: [String: Double]

  private enum CodingKeys: String, CodingKey {
    case weights
    case volatilities
    case correlation
    case betas
  }

  /// - Throws: ``ProgramFailure`` when a part has no volatility, or the whole none.
  init(_ benchmark: Benchmark, volatility: [(Asset, Double)], correlation: Double) throws {
    let parts = try benchmark.components.map { part in
      guard let stated = volatility.first(where: { $0.0 == part.asset }), stated.1 > 0 else {
        throw ProgramFailure(.usage, "--volatility: none above 0 is stated for \(part.asset), expected one a part")
      }
      return (asset: part.asset.symbol, weight: part.weight, deviation: stated.1)
    }
    let covariance = parts.indices.map { row in
      parts.indices.map { column in
        parts[row].deviation * parts[column].deviation * (row == column ? 1 : correlation)
      }
    }
    let betas = CompositeBenchmark.componentBetas(weights: parts.map(\.weight), covariance: covariance)
    guard betas.allSatisfy(\.isFinite) else {
      throw ProgramFailure(.usage, "--correlation: the parts cancel, so the benchmark does not move")
    }
    weights = Dictionary(uniqueKeysWithValues: parts.map { ($0.asset, $0.weight) })
    volatilities = Dictionary(uniqueKeysWithValues: parts.map { ($0.asset, $0.deviation) })
    self.correlation = correlation
    self.betas = Dictionary(uniqueKeysWithValues: zip(parts.map(\.asset), betas))
  }

  /// The betas for people.
  var text: String {
    var table = TextTable([.init("", .words), .init("weight"), .init("volatility"), .init("beta")])
    for asset in betas.keys.sorted() {
      table.add([
        asset, Figures.trimmed(weights[asset] ?? .nan, 6), Figures.trimmed(volatilities[asset] ?? .nan, 6),
        Figures.fixed(betas[asset] ?? .nan, 6),
      ])
    }
    return PrintableLines.text(table.text())
  }
}
