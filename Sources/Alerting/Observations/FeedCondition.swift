/// How a feed does, as far as alerts are concerned.
public struct FeedCondition: Hashable, Sendable {
  /// The feed's name: `binance-usdm`.
  public let name: String
  /// True when its prices may no longer be relied on.
  public let isStale: Bool
  /// What is wrong: `no price for 12 s`; empty when nothing is.
  public let words: String

  /// A condition; see the properties.
  public init(name: String, isStale: Bool, words: String = "") {
    self.name = name
    self.isStale = isStale
    self.words = words
  }
}
