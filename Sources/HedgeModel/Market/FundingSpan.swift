/// A time in which every funding payment of an instrument is known: after `since`, up to and with `until`.
public struct FundingSpan: Hashable, Sendable {
  /// Payments after this instant are known.
  public let since: Timestamp
  /// Payments up to and with this instant are known.
  public let until: Timestamp

  /// A span; see the properties.
  public init(since: Timestamp, until: Timestamp) {
    self.since = since
    self.until = until
  }
}
