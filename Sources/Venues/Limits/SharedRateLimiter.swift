import HedgeModel
import Synchronization

/// One ``RateLimiter`` for all clients of a program: markets with a limit of the same name spend from one budget.
public final class SharedRateLimiter: Sendable {
  private let limiter = Mutex(RateLimiter())

  /// Nothing asked yet.
  public init() {}

  /// Does something with the limiter; others wait meanwhile.
  public func withLimiter<Value: Sendable>(_ body: (inout RateLimiter) -> Value) -> Value {
    limiter.withLock { body(&$0) }
  }
}
