import HedgeModel

/// How one feed fares.
public struct FeedStatus: Hashable, Sendable {
  /// Its name, the venue part of its instruments.
  public let name: String
  /// What the header says: `SIMULATED`, `REPLAY 3600×`, `binance-usdm`.
  public let label: String
  /// True when the prices are real and current; false for a simulation or a recording.
  public let isLive: Bool
  /// True when values are arriving within the feed's limit.
  public let isHealthy: Bool
  /// The state in words: `live`, `stale 35 s`, `failed: connection refused, retry in 4 s`.
  public let words: String
  /// When the last value arrived; nil before the first.
  public let lastEventAt: Timestamp?
  /// The last thing it did not understand; nil when nothing was.
  public let lastWarning: String?

  /// A status; see the properties.
  public init(
    name: String, label: String, isLive: Bool, isHealthy: Bool, words: String, lastEventAt: Timestamp?,
    lastWarning: String? = nil
  ) {
    self.name = name
    self.label = label
    self.isLive = isLive
    self.isHealthy = isHealthy
    self.words = words
    self.lastEventAt = lastEventAt
    self.lastWarning = lastWarning
  }
}
