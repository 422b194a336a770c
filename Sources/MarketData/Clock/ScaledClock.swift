import HedgeModel

/// Market time that starts at an instant of its own and passes `speed` times as fast as another clock.
///
///     let clock = ScaledClock(start: recording.start, speed: 3600)  // an hour of market per second
public struct ScaledClock: MarketClock {
  /// Market time when the clock was made.
  public let start: Timestamp
  /// Market seconds per second of the other clock.
  public let speed: Double
  private let wall: any MarketClock
  private let origin: Timestamp

  /// A clock that shows `start` now.
  ///
  /// - Parameters:
  ///   - start: what the clock shows at first.
  ///   - speed: market seconds per second of `wall`; 0 stands still. Not negative.
  ///   - wall: the clock it follows; also when that one is set back it never shows an instant before `start`.
  public init(start: Timestamp, speed: Double, wall: any MarketClock = WallClock()) {
    precondition(speed >= 0 && speed.isFinite, "a clock cannot run backwards")
    self.start = start
    self.speed = speed
    self.wall = wall
    origin = wall.now()
  }

  /// `start` plus the scaled time since the clock was made.
  public func now() -> Timestamp {
    let passed = max(0, (wall.now() - origin).inSeconds) * speed
    return start + .milliseconds(Int64(exactly: (passed * 1000).rounded(.down)) ?? .max)
  }
}
