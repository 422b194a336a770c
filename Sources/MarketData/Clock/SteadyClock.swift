import Glibc
import HedgeModel

/// The machine's time when it was made, and what has passed since: it is not set back or forward with the machine's
/// clock, so that no wait becomes an hour longer. It goes on while the machine sleeps.
public struct SteadyClock: MarketClock {
  private let start: Timestamp
  private let origin: Int64

  /// A clock that shows what the machine's does now.
  public init() {
    start = WallClock().now()
    origin = Self.passed()
  }

  /// The present instant.
  public func now() -> Timestamp { start.advanced(byMilliseconds: Self.passed() - origin) }

  private static func passed() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
