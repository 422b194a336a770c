import HedgeModel

/// Prices from exchanges: those that the instruments in use name.
public struct VenueFeedConfiguration: Hashable, Sendable {
  /// The venue coins are priced on unless a holding names another: `coinbase`.
  public let spotVenue: String
  /// The currency that coins are priced in there: `USD`.
  public let quote: Asset

  /// A feed; see the properties.
  public init(spotVenue: String, quote: Asset) {
    self.spotVenue = spotVenue
    self.quote = quote
  }
}
