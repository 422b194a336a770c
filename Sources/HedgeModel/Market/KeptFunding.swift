/// Funding stamps of one instrument as they were kept, and the time in which none is missing.
public struct KeptFunding: Hashable, Sendable {
  /// The perpetual.
  public let instrument: InstrumentID
  /// The stamps, oldest first.
  public let stamps: [FundingStamp]
  /// Where they are complete, oldest first, without overlaps: after `since`, up to and with `until`.
  public let spans: [FundingSpan]

  /// Kept stamps; see the properties.
  public init(_ instrument: InstrumentID, stamps: [FundingStamp], spans: [FundingSpan]) {
    self.instrument = instrument
    self.stamps = stamps
    self.spans = spans
  }
}
