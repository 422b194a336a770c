import HedgeModel

/// What a feed says of itself.
public enum FeedSignal: Hashable, Sendable {
  /// A connection is being made.
  case connecting
  /// Connected and subscribed; prices may be expected.
  case connected
  /// The connection is gone; the feed tries again at the instant given, or never when nil.
  case failed(message: String, retryAt: Timestamp?)
  /// The recording has ended; no more prices will come.
  case ended
  /// Something was not understood and left out; the feed goes on.
  case warning(String)
}
