import HedgeModel
import Synchronization

/// A clock that is set by hand, for tests.
public final class ManualClock: MarketClock {
  private let current: Mutex<Timestamp>

  /// A clock that shows `start` until it is told otherwise.
  public init(_ start: Timestamp) {
    current = Mutex(start)
  }

  /// What it was last set to.
  public func now() -> Timestamp { current.withLock { $0 } }

  /// Sets it, forwards or backwards.
  public func set(to instant: Timestamp) {
    current.withLock { $0 = instant }
  }

  /// Moves it on, and returns what it shows then.
  @discardableResult
  public func advance(by duration: Duration) -> Timestamp {
    current.withLock {
      $0 = $0 + duration
      return $0
    }
  }
}
