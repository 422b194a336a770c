import HedgeModel

/// Whether a strategy's suggested trades are worth making now.
public struct RebalanceFigures: Hashable, Sendable {
  /// What the suggested trades cost.
  public let cost: TradeCost
  /// Net beta less its target after the trades, with the betas known now.
  public let driftAfter: Reading<Double>
  /// Trade now or wait, with the numbers; unknown when nothing is suggested, with the reason.
  public let verdict: Reading<RebalanceVerdict>
  /// True when the verdict counts the slippage of every leg. When not, a verdict to wait holds all the more; one to
  /// rebalance may not.
  public let includesSlippage: Bool

  /// The figures of the trades a strategy suggests.
  ///
  /// - Parameters:
  ///   - books: depth by instrument, where the feed gives it.
  ///   - benchmarkVolatility: σ_b a year.
  ///   - horizon: how long the drift would be left as it is: until the next review, say.
  ///   - riskAversion: see ``RebalanceCase/riskAversion``.
  public init(
    of strategy: StrategyFigures, books: [InstrumentID: Reading<OrderBook>] = [:],
    benchmarkVolatility: Reading<Double>, horizon: Duration, riskAversion: Double
  ) {
    let instruments = Dictionary(strategy.legs.map { ($0.id.instrument, $0.instrument) }) { first, _ in first }
    let cost = TradeCost(of: strategy.suggestions, books: books, instruments: instruments)
    self.cost = cost
    includesSlippage = cost.slippage.value != nil
    let after = Self.driftAfter(strategy)
    driftAfter = after
    if strategy.suggestions.isEmpty {
      let reason = strategy.suggestionsUnavailable ?? UnknownReason(.undefined, "nothing needs to be traded")
      verdict = .unknown(reason)
    } else {
      verdict = after.flatMap { driftAfter in
        RebalanceVerdict.judge(
          drift: strategy.netBeta.drift, driftAfter: driftAfter, value: strategy.netBeta.denominatorValue,
          benchmarkVolatility: benchmarkVolatility, horizon: horizon, riskAversion: riskAversion,
          cost: .stated(cost.atLeast))
      }
    }
  }

  /// δ + Σ(traded notional·β)/V.
  private static func driftAfter(_ strategy: StrategyFigures) -> Reading<Double> {
    let betas = Dictionary(strategy.legs.map { ($0.id, $0.beta) }) { first, _ in first }
    let traded = strategy.suggestions.sum { trade in
      betas[trade.leg].map { $0.map { trade.notional * $0.beta } }
        ?? .unknown(UnknownReason(.notConfigured, "no leg \(trade.leg)"))
    }
    let share = traded.divided(by: strategy.netBeta.denominatorValue, undefined: "nothing is held to hedge")
    return strategy.netBeta.drift + share
  }
}
