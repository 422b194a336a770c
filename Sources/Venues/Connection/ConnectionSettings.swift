import HedgeModel

/// How a stream's connection is treated: what the venue documents, and our own patience.
public struct ConnectionSettings: Hashable, Sendable {
  /// The host, for messages: `stream.binance.com:9443`.
  public var host: String
  /// How fast messages may be sent.
  public var pace: StreamPace
  /// What keeps it open; nil when the venue's pings do.
  public var keepAlive: KeepAlive?
  /// After this long the venue ends it; nil when it does not.
  public var life: Duration?
  /// How long connecting may take.
  public var openTimeout = Duration.seconds(10)
  /// With nothing heard for so long a ping frame is sent, which every server answers (RFC 6455, section 5.5.2).
  public var quietLimit = Duration.seconds(20)
  /// How long the answer to that may take.
  public var patience = Duration.seconds(10)
  /// A connection that held so long makes the next wait a short one.
  public var steady = Duration.seconds(60)
  /// The first wait between two attempts, at most.
  public var firstWait = Duration.seconds(1)
  /// The longest wait between two attempts, unless the venue refuses.
  public var longestWait = Duration.seconds(60)
  /// How long a venue is left alone that refused a connection with HTTP 403.
  public var forbiddenWait = Duration.seconds(600)
  /// How long it is left alone that refused one with HTTP 429 or another 4xx, unless it says.
  public var refusedWait = Duration.seconds(60)

  /// Settings; see the properties.
  public init(host: String, pace: StreamPace, keepAlive: KeepAlive? = nil, life: Duration? = nil) {
    self.host = host
    self.pace = pace
    self.keepAlive = keepAlive
    self.life = life
  }

  /// The settings of a stream of a market.
  public init(_ stream: any VenueStream, of profile: VenueProfile) {
    let address = stream.url.split(separator: "/", omittingEmptySubsequences: true)
    self.init(
      host: address.count > 1 ? String(address[1]) : stream.url, pace: profile.pace, keepAlive: stream.keepAlive,
      life: profile.connectionLife)
  }
}
