import HedgeModel
import Synchronization

/// The machine's time, except that it is never set back: where the machine's is, this one goes on from where it was, so
/// that what has no news keeps growing old and no wait becomes longer.
public final class ForwardClock: MarketClock {
  private let wall: any MarketClock
  private let steady: any MarketClock
  /// How far the machine's clock has ever been ahead of the steady one, in milliseconds.
  private let lead: Atomic<Int64>

  /// A clock that shows what the machine's does.
  ///
  /// - Parameters:
  ///   - wall: the machine's, which may be set back.
  ///   - steady: one that is not: ``SteadyClock``.
  public init(wall: any MarketClock = WallClock(), steady: any MarketClock = SteadyClock()) {
    self.wall = wall
    self.steady = steady
    lead = Atomic((wall.now() - steady.now()).wholeMilliseconds)
  }

  /// The present instant, never before one it has shown.
  public func now() -> Timestamp {
    let steady = steady.now()
    let seen = (wall.now() - steady).wholeMilliseconds
    return steady.advanced(byMilliseconds: lead.max(seen, ordering: .relaxed).newValue)
  }

  /// How far it shows more than the machine's, because that one was set back; 0 where it was not.
  public var ahead: Duration { max(.zero, now() - wall.now()) }
}
