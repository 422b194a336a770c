import FoundationEssentials

/// A hedge ratio, or a net beta where the strategy aims at one, that is being tried before it is decided.
public struct HedgeRatioTrial: Hashable, Sendable {
  /// The strategy's name.
  public let strategy: String
  /// The value tried.
  public let hedgeRatio: Decimal

  /// A trial; see the properties.
  public init(strategy: String, hedgeRatio: Decimal) {
    self.strategy = strategy
    self.hedgeRatio = hedgeRatio
  }
}
