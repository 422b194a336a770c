import HedgeModel

/// What the header of a recording tells of how its configuration was read.
public struct RecordingFacts: Hashable, Sendable {
  /// The first instant it tells prices of.
  public let start: Timestamp
  /// The venue where coins without a stated market are priced.
  public let spotVenue: String
  /// The currency they are priced in there; nil where a market is named like its coin.
  public let spotQuote: Asset?

  /// Facts; see the properties.
  public init(start: Timestamp, spotVenue: String, spotQuote: Asset?) {
    self.start = start
    self.spotVenue = spotVenue
    self.spotQuote = spotQuote
  }
}
