import FoundationEssentials
import HedgeModel

/// Shows what another hedge ratio would take and leave.
public enum HedgePreviewing {
  /// Benchmark moves of the impact table.
  public static let impactMoves = [-0.2, -0.1, 0.1, 0.2]

  /// The trades to `hedgeRatio`, or to that net beta where the strategy aims at one, and the strategy and its accounts after them.
  ///
  /// The rounded trades are filled at the mark, their fees and the profit they realise booked to the wallets, and
  /// everything valued again. Unknown with the reason when an input is unknown or stale: a stale book refuses an
  /// adjustment.
  public static func preview(
    _ input: ValuationInput, strategy name: String, hedgeRatio: Decimal
  ) -> Reading<HedgePreview> {
    guard let current = input.portfolio.strategies.first(where: { $0.name == name }) else {
      return .unknown(UnknownReason(.notConfigured, "no strategy \(name) is configured"))
    }
    var tried = input
    let policy = current.policy.aiming(at: hedgeRatio)
    tried.portfolio = input.portfolio.replacing(name) { $0.with(policy: policy) }
    guard let before = PortfolioValuation.evaluate(tried).strategies.first(where: { $0.name == name }) else {
      return .unknown(UnknownReason(.notConfigured, "no strategy \(name) is configured"))
    }
    if let obstacle = obstacle(in: before) { return .unknown(obstacle) }
    tried.portfolio = before.suggestions.reduce(tried.portfolio) { $0.traded($1) }
    let figures = PortfolioValuation.evaluate(tried)
    guard let after = figures.strategies.first(where: { $0.name == name }) else {
      return .unknown(UnknownReason(.notConfigured, "no strategy \(name) is configured"))
    }
    return after.netBeta.drift.combined(with: impacts(of: after)) { _, impacts in
      HedgePreview(
        strategy: name, currentAim: current.policy.aim, aim: policy.aim,
        trades: before.suggestions, fees: before.suggestions.reduce(0) { $0 + $1.fee }, after: after,
        accountsAfter: figures.accounts, impacts: impacts)
    }
  }

  /// Why nothing may be decided. A trade too small to make, or no step inside the band, is an outcome and may be shown.
  private static func obstacle(in figures: StrategyFigures) -> UnknownReason? {
    if let reason = StrategySizing.obstacle(in: figures.netBeta.drift) { return reason }
    guard figures.suggestions.isEmpty, let reason = figures.suggestionsUnavailable else { return nil }
    return reason.kind == .undefined ? nil : reason
  }

  /// Profit of spot and legs when every price moves β·x with the benchmark; no price falls below zero.
  private static func impacts(of figures: StrategyFigures) -> Reading<[HedgePreview.Impact]> {
    var gate = ReadingGate()
    let spot = figures.holdings.compactMap { exposure($0.value, $0.beta, &gate) }
    let legs = figures.legs.filter { $0.leg.contracts != 0 }.compactMap { exposure($0.notional, $0.beta, &gate) }
    return gate.reading(
      impactMoves.map { move in
        let unhedged = spot.reduce(0) { $0 + profit($1, move) }
        return HedgePreview.Impact(
          benchmarkMove: move, unhedgedProfit: unhedged,
          hedgedProfit: legs.reduce(unhedged) { $0 + profit($1, move) })
      })
  }

  private static func exposure(
    _ value: Reading<Double>, _ beta: Reading<BetaEstimate>, _ gate: inout ReadingGate
  ) -> (value: Double, beta: Double)? {
    guard let value = gate.take(value), let beta = gate.take(beta) else { return nil }
    return (value, beta.beta)
  }

  private static func profit(_ exposure: (value: Double, beta: Double), _ move: Double) -> Double {
    exposure.value * max(exposure.beta * move, -1)
  }
}

extension Portfolio {
  fileprivate func traded(_ trade: TradeSuggestion) -> Portfolio {
    guard let price = Decimal(estimate: trade.price) else { return self }
    return filling(
      trade.leg, contracts: trade.contracts, price: price, fee: Decimal(estimate: trade.fee), at: nil)
  }
}
