import HedgeModel

/// Funding payments that were asked for and have come.
public struct LoadedFunding: Sendable {
  /// The perpetual they were made on.
  public let instrument: InstrumentID
  /// They are complete from here on.
  public let since: Timestamp
  /// They are complete up to here; nil for a feed's answer, which tells all up to the present.
  public let until: Timestamp?
  /// The payments after that instant.
  public let stamps: FundingStamps

  /// Loaded payments, in any order; see the properties.
  public init(
    _ instrument: InstrumentID, since: Timestamp, until: Timestamp? = nil, stamps: some Sequence<FundingStamp>
  ) {
    self.instrument = instrument
    self.since = since
    self.until = until
    self.stamps = FundingStamps(stamps)
  }

  /// The span in which nothing is missing; nil when there is none.
  ///
  /// A feed that was asked for more than it has begins later than it was asked to: what it answers is complete from its
  /// first payment only, and nothing at all says nothing of a time in which there must have been some.
  func span(every interval: Duration, at now: Timestamp) -> FundingSpan? {
    if let until { return FundingSpan(since: since, until: until) }
    let patience = interval * 1.5
    guard let first = stamps.first?.time else {
      return now - since < patience ? FundingSpan(since: since, until: .distantFuture) : nil
    }
    return FundingSpan(since: first - since < patience ? since : first - .milliseconds(1), until: .distantFuture)
  }
}
