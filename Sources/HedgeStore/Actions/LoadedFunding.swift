import HedgeModel

/// Funding payments that were asked for and have come.
public struct LoadedFunding: Sendable {
  /// The perpetual they were made on.
  public let instrument: InstrumentID
  /// They are complete from here on.
  public let since: Timestamp
  /// The payments after that instant.
  public let stamps: FundingStamps

  /// Loaded payments, in any order; see the properties.
  public init(_ instrument: InstrumentID, since: Timestamp, stamps: some Sequence<FundingStamp>) {
    self.instrument = instrument
    self.since = since
    self.stamps = FundingStamps(stamps)
  }
}
