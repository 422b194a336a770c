import MarketData

/// What one feed's inbox held when it was drained.
public struct FeedArrivals: Sendable {
  /// The feed's name.
  public let feed: String
  /// What had arrived.
  public let contents: InboxContents

  /// Arrivals; see the properties.
  public init(feed: String, contents: InboxContents) {
    self.feed = feed
    self.contents = contents
  }
}
