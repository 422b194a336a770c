import FoundationEssentials
import HedgeModel

extension LegState {
  /// The figures, once account and strategy are summed up.
  func figures(
    account: AccountState?, denominator: Reading<Double>, funding: LegFundingFigures, in context: ValuationContext
  ) -> LegFigures {
    let basis = basis(in: context)
    let liquidation =
      account?.liquidationPrice(of: self)
      ?? .unknown(UnknownReason(.notConfigured, "no account \(leg.account) is configured"))
    return LegFigures(
      of: plan.subject, mark: mark, notional: notional, betaDollars: betaDollars,
      contribution: betaDollars.divided(by: denominator, undefined: "no contribution to a book of zero value"),
      unrealisedProfit: unrealisedProfit, basis: basis.map { $0 * 1e4 },
      annualisedBasis: Basis.annualised(basis: basis, of: instrument, at: context.input.now),
      funding: funding,
      maintenanceMargin: maintenanceMargin, initialMargin: initialMargin, liquidationPrice: liquidation,
      liquidationDistance: liquidation.combined(with: mark) { $0 / $1 - 1 })
  }

  /// F/S − 1 against the underlying's spot market, or the venue's index where none is configured.
  private func basis(in context: ValuationContext) -> Reading<Double> {
    guard let spot = plan.spot else {
      return mark.combined(with: context.index(of: plan)) { Basis.fraction(future: $0, spot: $1) }
    }
    return (mark * conversion).combined(with: context.prices[spot]) { Basis.fraction(future: $0, spot: $1) }
  }

  /// What holding it costs or pays.
  ///
  /// - Parameter holdingPeriod: in milliseconds.
  func funding(holdingPeriod: Int64, in context: ValuationContext) -> LegFundingFigures {
    let rate = fundingRate
    let cash = notional.combined(with: rate) { ($0, $1) }
    let now = context.input.now
    return LegFundingFigures(
      rate: rate,
      annualisedRate: rate.map {
        FundingCash.annualisedSimple(rate: $0.rate, intervalHours: $0.intervalHours)
      },
      perDay: cash.map {
        FundingCash.perDay(notional: $0, rate: $1.rate, intervalHours: $1.intervalHours)
      },
      accrued: plan.accrued?.amount
        ?? .unknown(UnknownReason(.notReceived, "no funding payments of \(leg.instrument) recorded yet")),
      accruedSince: plan.accrued?.since,
      projected: cash.map { notional, rate in
        let stamps = FundingSchedule.stamps(
          in: holdingPeriod, every: rate.intervalMilliseconds, next: rate.nextStamp, now: now)
        return FundingCash.received(notional: notional, rate: rate.rate) * Double(stamps)
      },
      hasReversed: hasReversed)
  }

  /// True when the rate has the other sign than at the last review.
  private var hasReversed: Bool {
    guard let then = plan.rateAtReview, let now = fundingRate.value?.rate else { return false }
    return then * now < 0
  }
}
