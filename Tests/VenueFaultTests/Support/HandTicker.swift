import MarketData
import Synchronization
import Venues

/// Is turned by the test.
final class HandTicker: Ticker {
  private let tick = Mutex<(@Sendable () -> Void)?>(nil)

  func start(_ tick: @escaping @Sendable () -> Void) { self.tick.withLock { $0 = tick } }
  func stop() { tick.withLock { $0 = nil } }
  func turn() { tick.withLock { $0 }?() }
}

/// Lets a clock pass instead of waiting.
struct ClockPause: Pause {
  let clock: ManualClock

  func wait(_ duration: Duration) async throws {
    try Task.checkCancellation()
    clock.advance(by: max(duration, .milliseconds(1)))
  }
}
