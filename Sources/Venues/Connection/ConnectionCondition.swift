import HedgeModel

/// How a stream stands.
public enum ConnectionCondition: Hashable, Sendable {
  /// Not begun, or stopped.
  case idle
  /// A connection is being made or has not been heard of yet.
  case connecting
  /// Subscribed and heard of.
  case live
  /// The connection is gone; the next is made at `retryAt`.
  case waiting(message: String, retryAt: Timestamp)
}
