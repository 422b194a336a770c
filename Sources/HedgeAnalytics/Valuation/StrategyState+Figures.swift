import FoundationEssentials
import HedgeModel

extension StrategyState {
  /// The figures of the strategy.
  func figures(accounts: [AccountID: AccountState], in context: ValuationContext) -> StrategyFigures {
    let baseline = context.input.baselines[strategy.name]
    let legs = legs.map {
      $0.figures(
        account: accounts[$0.leg.account], denominator: denominatorValue,
        holdingPeriod: strategy.policy.holdingPeriod, baseline: baseline, in: context)
    }
    let sizing = StrategySizing(self)
    return StrategyFigures(
      name: strategy.name, kind: strategy.kind, policy: strategy.policy,
      holdings: holdings.map { $0.figures(spotValue: spotValue, denominator: denominatorValue) }, legs: legs,
      spotValue: spotValue, spotChange: spotChange, legNotional: self.legs.sum(\.notional),
      unrealisedProfit: self.legs.sum(\.unrealisedProfit),
      netBeta: netBetaFigures(attribution: DriftAttributing.attribution(of: self, since: baseline, in: context)),
      funding: fundingFigures(legs, accounts, now: context.input.now),
      suggestions: sizing.suggestions(fees: accounts.mapValues(\.takerFee)),
      suggestionsUnavailable: sizing.unavailable)
  }

  /// Change of the value of today's quantities since 24 hours ago: ΣV / Σ(V/(1 + change)) − 1.
  private var spotChange: Reading<Double> {
    let before = holdings.sum { $0.value.combined(with: $0.change) { $0 / (1 + $1) } }
    return spotValue.divided(by: before, undefined: "no change of a spot value that was zero").map { $0 - 1 }
  }

  private func fundingFigures(
    _ legs: [LegFigures], _ accounts: [AccountID: AccountState], now: Timestamp
  ) -> FundingFigures {
    var (perDay, projected, gross) = (ReadingSum(), ReadingSum(), ReadingSum())
    var (accrued, fees, betaDollars) = (ReadingSum(), ReadingSum(), ReadingSum())
    var nextStamp: Timestamp?
    // By index: a leg's figures are large, and binding each to a name would copy them.
    for index in legs.indices {
      let (notional, isHeld) = (legs[index].notional, self.legs[index].isHeld)
      let fee = accounts[legs[index].leg.account]?.takerFee ?? 0
      fees.add(notional.map { FundingBreakEven.roundTripFees(notional: $0, fee: fee) })
      betaDollars.add(legs[index].betaDollars)
      guard legs[index].instrument.paysFunding else { continue }
      if isHeld || legs[index].funding.accruedSince != nil { accrued.add(legs[index].funding.accrued) }
      guard isHeld else { continue }
      perDay.add(legs[index].funding.perDay)
      projected.add(legs[index].funding.projected)
      gross.add(notional.map(abs))
      if let rate = legs[index].funding.rate.value, let stamp = rate.nextStamp {
        let next = FundingSchedule.next(after: now, stamp: stamp, interval: rate.interval)
        nextStamp = min(next, nextStamp ?? next)
      }
    }
    return FundingFigures(
      perDay: perDay.reading,
      annualisedYield: perDay.reading.map { $0 * 365 }
        .divided(by: gross.reading, undefined: "no leg pays funding"),
      accrued: accrued.reading, projected: projected.reading, holdingPeriod: strategy.policy.holdingPeriod,
      roundTripFees: fees.reading,
      breakEvenMove: Self.breakEven(projected.reading, fees.reading, betaDollars.reading), nextStamp: nextStamp)
  }

  private static func breakEven(
    _ projected: Reading<Double>, _ fees: Reading<Double>, _ betaDollars: Reading<Double>
  ) -> Reading<Double> {
    projected.combined(with: fees) { ($0, $1) }.combined(with: betaDollars) {
      FundingBreakEven.move(received: $0.0, costs: $0.1, betaNotional: $1)
    }.flatMap {
      $0.map { .stated($0) } ?? .unknown(UnknownReason(.undefined, "no hedge to break even"))
    }
  }
}

extension Instrument {
  /// True for a perpetual.
  var paysFunding: Bool { if case .perpetual = kind { true } else { false } }
}
