import HedgeModel

/// What a feed is called and how it behaves.
public struct FeedIdentity: Hashable, Sendable {
  /// The venue part of its instruments' names: `simulated`, `replay`, `binance-usdm`.
  public let name: String
  /// What the header says, in capitals where the prices are not the market's: `SIMULATED`, `REPLAY 3600×`.
  public let label: String
  /// True when the prices are real and current.
  public let isLive: Bool
  /// Silence after which a value of this feed is stale.
  public let staleAfter: Duration
  /// True when it may tell order books of instruments that are watched for them.
  public let givesDepth: Bool

  /// An identity; see the properties.
  public init(name: String, label: String, isLive: Bool, staleAfter: Duration, givesDepth: Bool = false) {
    self.name = name
    self.label = label
    self.isLive = isLive
    self.staleAfter = staleAfter
    self.givesDepth = givesDepth
  }
}
