import Glibc
import HedgeModel

/// The machine's own time, UTC.
public struct WallClock: MarketClock {
  /// The machine's clock; all instances tell the same.
  public init() {}

  /// The present instant, truncated to the millisecond.
  public func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
