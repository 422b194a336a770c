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
    let paying = legs.filter { $0.instrument.paysFunding && $0.leg.contracts != 0 }
    let perDay = paying.sum(\.funding.perDay)
    let projected = paying.sum(\.funding.projected)
    let fees = legs.sum { leg in
      let fee = accounts[leg.leg.account]?.takerFee ?? 0
      return leg.notional.map { FundingBreakEven.roundTripFees(notional: $0, fee: fee) }
    }
    return FundingFigures(
      perDay: perDay,
      annualisedYield: perDay.map { $0 * 365 }
        .divided(by: paying.sum { $0.notional.map(abs) }, undefined: "no leg pays funding"),
      accrued: legs.filter { $0.instrument.paysFunding && ($0.leg.contracts != 0 || $0.funding.accruedSince != nil) }
        .sum(\.funding.accrued),
      projected: projected, holdingPeriod: strategy.policy.holdingPeriod, roundTripFees: fees,
      breakEvenMove: breakEven(projected, fees, legs),
      nextStamp: paying.compactMap { leg in
        leg.funding.rate.value.flatMap { rate in
          rate.nextStamp.map { FundingSchedule.next(after: now, stamp: $0, interval: rate.interval) }
        }
      }.min())
  }

  private func breakEven(
    _ projected: Reading<Double>, _ fees: Reading<Double>, _ legs: [LegFigures]
  ) -> Reading<Double> {
    projected.combined(with: fees) { ($0, $1) }.combined(with: legs.sum(\.betaDollars)) {
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
