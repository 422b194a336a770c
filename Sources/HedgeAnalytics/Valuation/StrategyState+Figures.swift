import FoundationEssentials
import HedgeModel

extension StrategyState {
  /// The figures of the strategy.
  func figures(accounts: [AccountState], in context: ValuationContext) -> StrategyFigures {
    let holdingPeriod = strategy.policy.holdingPeriod.wholeMilliseconds
    let funding = legs.map { $0.funding(holdingPeriod: holdingPeriod, in: context) }
    let legFigures = legs.indices.map { index in
      legs[index].figures(
        account: accounts.account(of: legs[index]), denominator: denominatorValue, funding: funding[index],
        in: context)
    }
    let sizing = StrategySizing(self, covariances: context.input.covariances[strategy.name])
    return StrategyFigures(
      name: strategy.name, kind: strategy.kind, policy: strategy.policy, spread: strategy.spread,
      bucket: strategy.bucket, borrowRate: strategy.borrowRate,
      holdings: holdings.map { $0.figures(spotValue: spotValue, denominator: denominatorValue) },
      legs: legFigures, equity: equity, leverage: leverage,
      spotValue: spotValue, spotChange: spotChange, legNotional: legs.sum(\.notional),
      unrealisedProfit: legs.sum(\.unrealisedProfit),
      netBeta: netBetaFigures(attribution: DriftAttributing.attribution(of: self, in: context)),
      funding: fundingFigures(funding, accounts, now: context.input.now),
      suggestions: sizing.suggestions(accounts: accounts),
      suggestionsUnavailable: sizing.unavailable, hedgeShares: sizing.shares)
  }

  private var equity: Reading<Double> { spotValue + cash }

  private var leverage: Reading<Double> {
    let gross = holdings.sum { $0.value.map(abs) } + legs.sum { $0.notional.map(abs) }
    return gross.divided(by: equity, undefined: "no leverage on an equity of zero")
  }

  /// Change of the value of today's quantities since 24 hours ago: ΣV / Σ(V/(1 + change)) − 1.
  private var spotChange: Reading<Double> {
    let before = holdings.sum { $0.value.combined(with: $0.change) { $0 / (1 + $1) } }
    return spotValue.divided(by: before, undefined: "no change of a spot value that was zero").map { $0 - 1 }
  }

  private func fundingFigures(
    _ figures: [LegFundingFigures], _ accounts: [AccountState], now: Timestamp
  ) -> FundingFigures {
    var (perDay, accrued, projected) = (ReadingSum(), ReadingSum(), ReadingSum())
    var (gross, fees) = (ReadingSum(), ReadingSum())
    var nextStamp: Timestamp?
    for (index, leg) in legs.enumerated() {
      let fee = accounts.account(of: leg)?.takerFee ?? 0
      fees.add(leg.notional.map { FundingBreakEven.roundTripFees(notional: $0, fee: fee) })
      guard leg.plan.paysFunding else { continue }
      if leg.isHeld || figures[index].accruedSince != nil { accrued.add(figures[index].accrued) }
      guard leg.isHeld else { continue }
      perDay.add(figures[index].perDay)
      projected.add(figures[index].projected)
      gross.add(leg.notional.map(abs))
      if let rate = figures[index].rate.value, let stamp = rate.nextStamp {
        let next = FundingSchedule.next(after: now, stamp: stamp, interval: rate.interval)
        nextStamp = min(nextStamp ?? next, next)
      }
    }
    return FundingFigures(
      perDay: perDay.reading,
      annualisedYield: perDay.reading.map { $0 * 365 }
        .divided(by: gross.reading, undefined: "no leg pays funding"),
      accrued: accrued.reading, projected: projected.reading, holdingPeriod: strategy.policy.holdingPeriod,
      roundTripFees: fees.reading, breakEvenMove: breakEven(projected.reading, fees.reading), nextStamp: nextStamp)
  }

  private func breakEven(_ projected: Reading<Double>, _ fees: Reading<Double>) -> Reading<Double> {
    projected.combined(with: fees) { ($0, $1) }.combined(with: legs.sum(\.betaDollars)) {
      FundingBreakEven.move(received: $0.0, costs: $0.1, betaNotional: $1)
    }.flatMap {
      $0.map { .stated($0) } ?? .unknown(UnknownReason(.undefined, "no hedge to break even"))
    }
  }
}

extension [AccountState] {
  /// The account a leg stands in; nil when it is not configured.
  func account(of leg: LegState) -> AccountState? { leg.plan.account.map { self[$0] } }
}
