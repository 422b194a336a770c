/// What a venue's market is called and how it wants to be treated: figures its documentation gives, as its notes tell.
public struct VenueProfile: Hashable, Sendable {
  /// The venue part of its instruments' names: `binance-usdm`.
  public let name: String
  /// Its name in print: `Binance USDⓈ-M`.
  public let title: String
  /// Scheme and host of its questions: `https://fapi.binance.com`.
  public let restBase: String
  /// Scheme and host of its streams, for ``VenueStream/url``: `wss://fstream.binance.com`.
  public let streamBase: String
  /// Silence after which a price is stale.
  public let staleAfter: Duration
  /// How much may be asked.
  public let limits: [RateLimit]
  /// How fast messages may be sent on a stream.
  public let pace: StreamPace
  /// After this long a connection is made anew before the venue ends it; nil when it does not.
  public let connectionLife: Duration?

  /// A profile; see the properties.
  public init(
    name: String, title: String, restBase: String, streamBase: String, staleAfter: Duration = .seconds(15),
    limits: [RateLimit], pace: StreamPace, connectionLife: Duration? = nil
  ) {
    self.name = name
    self.title = title
    self.restBase = restBase
    self.streamBase = streamBase
    self.staleAfter = staleAfter
    self.limits = limits
    self.pace = pace
    self.connectionLife = connectionLife
  }
}
