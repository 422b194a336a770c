import FoundationEssentials
import HedgeModel

extension ComparisonBook {
  /// The book of a strategy as its figures tell it.
  ///
  /// The future to compare with is the one its policy hedges with; where each coin has its own, the first leg on the
  /// benchmark. Unknown (not configured) when there is no such leg.
  public static func reading(of strategy: StrategyFigures, benchmark: Benchmark) -> Reading<ComparisonBook> {
    guard let hedge = hedge(of: strategy, benchmark: benchmark) else {
      return .unknown(
        UnknownReason(.notConfigured, "\(strategy.name) has no leg on \(benchmark.label) to compare with"))
    }
    return ratio(of: strategy).map { ratio in
      ComparisonBook(
        holdings: strategy.holdings.map {
          Holding(asset: $0.asset, value: $0.value, beta: $0.beta.map(\.beta))
        },
        legs: strategy.legs.map { Leg(instrument: ComparisonInstrument($0), notional: $0.notional) },
        hedge: ComparisonInstrument(hedge), hedgeRatio: ratio)
    }
  }

  /// H as stated, or the one a stated net beta implies: 1 − β*/β_S.
  private static func ratio(of strategy: StrategyFigures) -> Reading<Double> {
    if let ratio = strategy.policy.hedgeRatio { return .stated(ratio.inexact) }
    return strategy.netBeta.target
      .divided(by: strategy.netBeta.spotBeta, undefined: "\(strategy.name) holds no beta to compare hedges of")
      .map { 1 - $0 }
  }

  private static func hedge(of strategy: StrategyFigures, benchmark: Benchmark) -> LegFigures? {
    if case .benchmark(let instrument) = strategy.policy.mode {
      return strategy.legs.first { $0.id.instrument == instrument }
    }
    return strategy.legs.first { $0.instrument.underlying == benchmark.singleAsset }
  }
}

extension ComparisonInstrument {
  /// The future of a leg; a dated one pays no funding.
  init(_ leg: LegFigures) {
    let rate = leg.funding.rate.map { $0.rate * 24 / $0.interval.inHours }
    let pays = if case .dated = leg.instrument.kind { false } else { true }
    self.init(
      id: leg.id.instrument, underlying: leg.instrument.underlying, beta: leg.beta.map(\.beta),
      fundingRatePerDay: pays ? rate : .stated(0),
      marginRate: leg.leg.leverageValue.map { .stated(1 / $0) }
        ?? .unknown(UnknownReason(.notReceived, "the venue does not tell the leverage of \(leg.id.instrument)")))
  }
}
