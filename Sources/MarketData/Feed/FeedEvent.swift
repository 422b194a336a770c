import HedgeModel

/// What a feed tells.
public enum FeedEvent: Hashable, Sendable {
  /// A value of an instrument at an instant; of several between two refreshes only the latest of a sort counts.
  case update(MarketUpdate)
  /// A bar has closed. Every bar is kept, in order.
  case bar(InstrumentID, BetaPolicy.BarInterval, Bar)
  /// A funding payment was made. Every stamp is kept, in order.
  case fundingStamp(InstrumentID, FundingStamp)
  /// The state of the feed itself.
  case signal(FeedSignal)
}
