import FoundationEssentials
import HedgeModel

extension LegState {
  /// The figures, once account and strategy are summed up.
  func figures(
    account: AccountState?, denominator: Reading<Double>, funding: LegFundingFigures, spot: Reading<Double>?,
    in context: ValuationContext
  ) -> LegFigures {
    let basis = basis(to: spot, in: context)
    let liquidation =
      account?.liquidationPrice(of: self)
      ?? .unknown(UnknownReason(.notConfigured, "no account \(leg.account) is configured"))
    return LegFigures(
      id: id, leg: leg, instrument: instrument, mark: mark, notional: notional, beta: beta, betaDollars: betaDollars,
      contribution: betaDollars.divided(by: denominator, undefined: "no contribution to a book of zero value"),
      unrealisedProfit: unrealisedProfit, basis: basis.map { $0 * 1e4 },
      annualisedBasis: Basis.annualised(basis: basis, of: instrument, at: context.input.now),
      funding: funding,
      maintenanceMargin: maintenanceMargin, initialMargin: initialMargin, liquidationPrice: liquidation,
      liquidationDistance: liquidation.combined(with: mark) { $0 / $1 - 1 })
  }

  /// F/S − 1 against the underlying's spot market, or the venue's index where none is configured.
  private func basis(to spot: Reading<Double>?, in context: ValuationContext) -> Reading<Double> {
    guard spot != nil || context.portfolio.spotMarkets[instrument.underlying] != nil else {
      return mark.combined(with: context.market(of: leg.instrument).index) { Basis.fraction(future: $0, spot: $1) }
    }
    let spot = spot ?? context.price(of: instrument.underlying)
    return (mark * conversion).combined(with: spot) { Basis.fraction(future: $0, spot: $1) }
  }

  /// What holding it costs or pays.
  func funding(
    holdingPeriod: Duration, baseline: ReviewBaseline?, in context: ValuationContext
  ) -> LegFundingFigures {
    let accrued = context.input.accruedFunding[id]
    let rate = fundingRate
    let cash = notional.combined(with: rate) { ($0, $1) }
    let now = context.input.now
    return LegFundingFigures(
      rate: rate,
      annualisedRate: rate.map {
        FundingCash.annualisedSimple(rate: $0.rate, intervalHours: $0.interval.inHours)
      },
      perDay: cash.map {
        FundingCash.perDay(notional: $0, rate: $1.rate, intervalHours: $1.interval.inHours)
      },
      accrued: accrued?.amount
        ?? .unknown(UnknownReason(.notReceived, "no funding payments of \(leg.instrument) recorded yet")),
      accruedSince: accrued?.since,
      projected: cash.map { notional, rate in
        let stamps = FundingSchedule.stamps(
          in: holdingPeriod, interval: rate.interval, next: rate.nextStamp, now: now)
        return FundingCash.received(notional: notional, rate: rate.rate) * Double(stamps)
      },
      hasReversed: hasReversed(since: baseline))
  }

  private func hasReversed(since baseline: ReviewBaseline?) -> Bool {
    guard let then = baseline?.fundingRates[leg.instrument], let now = fundingRate.value?.rate else { return false }
    return then * now < 0
  }
}
