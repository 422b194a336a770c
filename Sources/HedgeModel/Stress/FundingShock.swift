/// What perpetuals pay while a scenario lasts.
public struct FundingShock: Hashable, Sendable {
  /// Fraction of the notional per ``interval``. When ``isAgainstPosition``, its size; otherwise signed as the market's
  /// rate: longs pay a positive one, shorts receive it.
  public let rate: Double
  /// The time ``rate`` is for; a perpetual that pays more or less often pays in proportion. Positive.
  public let interval: Duration
  /// How long it lasts: every payment in it is made at this rate.
  public let duration: Duration
  /// True when the holder of the net position in each perpetual pays, whichever side it is on.
  public let isAgainstPosition: Bool

  /// A shock; see the properties.
  public init(rate: Double, interval: Duration = .hours(8), duration: Duration, isAgainstPosition: Bool) {
    self.rate = rate
    self.interval = interval
    self.duration = duration
    self.isAgainstPosition = isAgainstPosition
  }
}
