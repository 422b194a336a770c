/// Other hosts of a venue than the usual ones: of another region, or a test system.
public struct VenueHosts: Hashable, Sendable {
  /// The venue: `okx`.
  public let venue: String
  /// Scheme and host of its questions: `https://eea.okx.com`; nil for the usual one.
  public let rest: String?
  /// Scheme and host of its streams: `wss://wseea.okx.com:8443`; nil for the usual one.
  public let stream: String?

  /// Hosts; see the properties.
  public init(venue: String, rest: String?, stream: String?) {
    self.venue = venue
    self.rest = rest
    self.stream = stream
  }
}
