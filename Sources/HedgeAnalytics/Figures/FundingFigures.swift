import HedgeModel

/// What holding all legs of one strategy costs or pays. Cash is in the portfolio's currency, received positive.
public struct FundingFigures: Hashable, Sendable {
  /// Cash a day at the current rates; positive is received. The drag is its negative.
  public let perDay: Reading<Double>
  /// Cash a day · 365 over the gross notional of the legs that pay funding; a fraction a year.
  public let annualisedYield: Reading<Double>
  /// Cash received or paid since the legs were opened.
  public let accrued: Reading<Double>
  /// Cash over the holding period at the current rates.
  public let projected: Reading<Double>
  /// The policy's holding period.
  public let holdingPeriod: Duration
  /// Round-trip taker fees of the hedge: twice |notional| · fee, positive.
  public let roundTripFees: Reading<Double>
  /// How far the market must fall for the hedge to earn what it costs: (funding paid + fees) / |ΣN·β|, a fraction.
  /// Negative when funding received exceeds the fees.
  public let breakEvenMove: Reading<Double>
  /// The earliest next stamp of its legs; nil when none is known.
  public let nextStamp: Timestamp?

  /// Funding figures; see the properties.
  public init(
    perDay: Reading<Double>, annualisedYield: Reading<Double>, accrued: Reading<Double>, projected: Reading<Double>,
    holdingPeriod: Duration, roundTripFees: Reading<Double>, breakEvenMove: Reading<Double>, nextStamp: Timestamp?
  ) {
    self.perDay = perDay
    self.annualisedYield = annualisedYield
    self.accrued = accrued
    self.projected = projected
    self.holdingPeriod = holdingPeriod
    self.roundTripFees = roundTripFees
    self.breakEvenMove = breakEvenMove
    self.nextStamp = nextStamp
  }
}
