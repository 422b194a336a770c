import HedgeModel

/// What holding one leg costs or pays. Cash amounts are in the portfolio's currency, **received** positive:
/// cash = −sign(position)·|notional|·rate, so a short receives a positive rate.
public struct LegFundingFigures: Hashable, Sendable {
  /// The current rate with its interval and next stamp; unknown (undefined) for a dated future.
  public let rate: Reading<FundingRate>
  /// The rate a year, simple: rate · 8760 / interval hours. Signed as the rate.
  public let annualisedRate: Reading<Double>
  /// Cash a day at the current rate; positive is received.
  public let perDay: Reading<Double>
  /// Cash received (positive) or paid (negative) at the stamps in (opened, now].
  public let accrued: Reading<Double>
  /// Since when ``accrued`` counts; nil when nothing is known of the past.
  public let accruedSince: Timestamp?
  /// Cash over the policy's holding period at the current rate, by the number of stamps in it.
  public let projected: Reading<Double>
  /// True when the rate has the other sign than at the last review.
  public let hasReversed: Bool

  /// Funding figures; see the properties.
  public init(
    rate: Reading<FundingRate>, annualisedRate: Reading<Double>, perDay: Reading<Double>, accrued: Reading<Double>,
    accruedSince: Timestamp?, projected: Reading<Double>, hasReversed: Bool
  ) {
    self.rate = rate
    self.annualisedRate = annualisedRate
    self.perDay = perDay
    self.accrued = accrued
    self.accruedSince = accruedSince
    self.projected = projected
    self.hasReversed = hasReversed
  }
}
