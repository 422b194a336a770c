import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  /// Reads `[strategy.beta]`.
  func beta(_ reader: TableReader, _ context: StrategyContext) -> BetaPolicy {
    let standard = BetaPolicy()
    let statedLookback = reader.integer("lookback", 2...20_000, of: "bars in the window")
    let statedMinimum = reader.integer(
      "minimum_observations", 3...20_000, of: "fewest returns an estimate may rest on")
    let lookback = statedLookback ?? standard.lookback
    let minimum = statedMinimum ?? standard.minimumObservations
    let isReported =
      reader.isReported("lookback", statedLookback) || reader.isReported("minimum_observations", statedMinimum)
    if lookback < minimum, !isReported {
      let key = reader.states("lookback") ? "lookback" : "minimum_observations"
      issues.error(
        reader.place(key), "a lookback of \(lookback) bars holds fewer than the minimum_observations of \(minimum)")
    }
    return BetaPolicy(
      returns: reader.choice("returns") ?? standard.returns, lookback: lookback,
      interval: reader.choice("interval") ?? standard.interval, minimumObservations: minimum,
      method: BetaMethodDecoder(reader: reader, context: context).method() ?? standard.method,
      overrides: overrides(reader))
  }

  private func overrides(_ reader: TableReader) -> [Asset: Double] {
    var overrides: [Asset: Double] = [:]
    for (name, node, place) in reader.mapping("overrides", expected: "a table of betas: { USDC = 0 }") {
      guard let asset = reader.asset(name, at: place) else { continue }
      let range = Bounds.from(-20, to: 20)
      overrides[asset] = reader.decimal(of: node, at: place, range, of: "the beta of \(asset)")?.inexact
    }
    return overrides
  }
}
