import FoundationEssentials
import HedgeModel

extension ScenarioDecoder {
  /// A price falls by all of it at most.
  private static let moveBounds = Bounds.from(-1, to: 10)
  private static let moveWords = "a fraction: -0.3 is a fall by 30 %"

  /// Reads how prices move; nil when something of it was reported.
  func prices(_ reader: TableReader) -> PriceShock? {
    let benchmark = reader.number("benchmark", Self.moveBounds, of: Self.moveWords)
    let correlated = reader.number("correlated", Self.moveBounds, of: Self.moveWords)
    let moves = moves(reader)
    let others = others(reader)
    if reader.isReported("benchmark", benchmark) || reader.isReported("correlated", correlated) { return nil }
    if reader.states("correlated") {
      for key in ["benchmark", "moves", "betas"] where reader.states(key) {
        issues.error(
          reader.place(key), "with correlated every coin moves by its volatility; remove this, or correlated")
      }
      return correlated.map { .correlated($0) }
    }
    guard reader.states("moves") else { return benchmark.map { .benchmark($0) } ?? .unmoved }
    guard let moves, let others else { return nil }
    if others == .beta, benchmark == nil { requireBenchmark(in: moves, reader) }
    return .stated(moves, benchmark: benchmark, others: others)
  }

  /// Reads `moves`; nil when an entry was reported.
  private func moves(_ reader: TableReader) -> [Asset: Double]? {
    let entries = reader.mapping("moves", expected: "a table of moves: { BTC = -0.3, ETH = -0.42 }")
    var moves: [Asset: Double] = [:]
    for (name, node, place) in entries {
      guard let asset = reader.asset(name, at: place),
        let move = reader.decimal(of: node, at: place, Self.moveBounds, of: "the move of \(asset), \(Self.moveWords)")
      else { continue }
      moves[asset] = move.inexact
      checkUse(of: asset, at: place)
    }
    if entries.isEmpty, case .table? = reader.node("moves")?.content {
      issues.error(reader.place("moves"), "found no coin, expected a table of moves: { BTC = -0.3, ETH = -0.42 }")
    }
    return moves.count == entries.count && !entries.isEmpty ? moves : nil
  }

  /// What the coins do that are not listed: `"beta"`, or 0.
  private func others(_ reader: TableReader) -> PriceShock.Others? {
    guard let node = reader.node("others") else { return .beta }
    switch node.content {
    case .text("beta"): return .beta
    case .number(let raw) where (try? ExactNumber.read(raw)) == 0: return .unmoved
    default:
      reader.unexpected(node, "others", expected: "\"beta\" (they move by beta) or 0 (they stand)")
      return nil
    }
  }

  /// The coins that are not listed follow the benchmark, so its move must be known.
  private func requireBenchmark(in moves: [Asset: Double], _ reader: TableReader) {
    guard let portfolio else { return }
    let missing = portfolio.benchmark.components.map(\.asset).filter { moves[$0] == nil }
    guard !missing.isEmpty else { return }
    issues.error(
      reader.place("moves"),
      "states no move of \(missing.map(\.symbol).joined(separator: ", ")), the benchmark, which the other coins follow; "
        + "add it, state benchmark = -0.3, or let them stand with others = 0")
  }

  private func checkUse(of asset: Asset, at place: Place) {
    guard let portfolio else { return }
    if portfolio.conversionRate(of: asset) != nil {
      issues.error(place, "\(asset) is cash with a stated value and does not move; remove it")
    } else if portfolio.spotMarkets[asset] == nil,
      !portfolio.instruments.values.contains(where: { $0.underlying == asset })
    {
      issues.warning(place, "nothing is held in \(asset), so its move changes nothing")
    }
  }
}
