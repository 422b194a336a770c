import MarketData

/// A feed with the inbox it posts into: one each, so that a signal is known by the line it came on.
public struct FeedLine: Sendable {
  /// The feed.
  public let feed: any PriceFeed
  /// Where it leaves its events.
  public let inbox: Inbox

  /// A line with an empty inbox.
  public init(_ feed: any PriceFeed) {
    self.feed = feed
    self.inbox = Inbox()
  }

  /// Takes what has arrived.
  var arrivals: FeedArrivals {
    FeedArrivals(feed: feed.identity.name, contents: inbox.drain())
  }
}
