/// A funding payment that has happened: the settled rate at its stamp.
public struct FundingStamp: Hashable, Sendable {
  /// When it was paid.
  public let time: Timestamp
  /// The settled rate, a fraction of the notional.
  public let rate: Double
  /// Mark price at the stamp; nil when the feed does not tell.
  public let markPrice: Double?

  /// A funding payment; see the properties.
  public init(time: Timestamp, rate: Double, markPrice: Double?) {
    self.time = time
    self.rate = rate
    self.markPrice = markPrice
  }
}
