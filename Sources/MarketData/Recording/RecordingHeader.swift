import HedgeModel

/// What stands at the head of a recording: enough to read a configuration by it without asking anybody.
public struct RecordingHeader: Hashable, Sendable {
  /// What the program that recorded calls itself.
  public let program: String
  /// Market time when the recording began.
  public let start: Timestamp
  /// The venue where coins without a stated market are priced.
  public let spotVenue: String
  /// The currency they are priced in there; nil where a market is named like its coin.
  public let spotQuote: Asset?
  /// The feeds that were recorded, as they called themselves.
  public let feeds: [FeedIdentity]
  /// The specifications of everything that was subscribed to, by name.
  public let instruments: [Instrument]
  /// Margin tables of futures among them, where they were known.
  public let tiers: [InstrumentID: MarginTiers]

  /// A header; see the properties. Durations in it are kept in whole milliseconds.
  public init(
    program: String, start: Timestamp, spotVenue: String, spotQuote: Asset? = nil, feeds: [FeedIdentity],
    instruments: [Instrument], tiers: [InstrumentID: MarginTiers] = [:]
  ) {
    self.program = program
    self.start = start
    self.spotVenue = spotVenue
    self.spotQuote = spotQuote
    self.feeds = feeds
    self.instruments = instruments.sorted { $0.id < $1.id }
    self.tiers = tiers
  }
}
