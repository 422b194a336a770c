import HedgeModel

/// Funding payments that were asked for and have come.
public struct LoadedFunding: Sendable {
  /// The perpetual they were made on.
  public let instrument: InstrumentID
  /// They are complete from here on.
  public let since: Timestamp
  /// The payments after that instant, in any order.
  public let stamps: [FundingStamp]

  /// Loaded payments; see the properties.
  public init(_ instrument: InstrumentID, since: Timestamp, stamps: [FundingStamp]) {
    self.instrument = instrument
    self.since = since
    self.stamps = stamps
  }
}
