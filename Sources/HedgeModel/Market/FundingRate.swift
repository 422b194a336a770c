/// The funding rate of a perpetual: what a long pays a short at the next stamp, as a fraction of the notional.
///
/// Positive: longs pay, a short **receives**. Negative: a short pays.
public struct FundingRate: Hashable, Sendable {
  /// Fraction of the notional per interval, signed.
  public let rate: Double
  /// Time between two stamps; it differs by instrument and changes over time.
  public let interval: Duration
  /// `interval` in milliseconds, converted once.
  public let intervalMilliseconds: Int64
  /// When the next payment is made; nil when the feed does not tell.
  public let nextStamp: Timestamp?

  /// A funding rate; nil when the rate is not finite or the interval is not positive.
  public init?(rate: Double, interval: Duration, nextStamp: Timestamp?) {
    guard rate.isFinite, interval > .zero else { return nil }
    self.rate = rate
    self.interval = interval
    self.intervalMilliseconds = interval.wholeMilliseconds
    self.nextStamp = nextStamp
  }

  /// `interval` in hours.
  public var intervalHours: Double { Double(intervalMilliseconds) / 1000 / 3600 }
}
