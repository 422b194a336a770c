import HedgeModel
import MarketData
import Synchronization

/// The time of a venue: our own and the offset measured last. Read for every message, so without a lock.
public final class VenueClock: Sendable {
  /// How often the venue is asked for one measurement.
  private static let readings = 4

  /// Our own time, which waits are reckoned in.
  public let local: any MarketClock
  /// The clock of the screen, which a person would set right.
  private let wall: any MarketClock
  private let offset = Atomic<Int64>(0)
  private let measured = Mutex<ClockOffset?>(nil)

  /// A clock that shows our own time until it has been measured.
  ///
  /// - Parameters:
  ///   - local: one that is not set back: ``SteadyClock``.
  ///   - wall: the machine's, which is.
  public init(local: any MarketClock = SteadyClock(), wall: any MarketClock = WallClock()) {
    self.local = local
    self.wall = wall
  }

  /// Now, in the venue's time.
  public var now: Timestamp { venueTime(of: local.now()) }

  /// The venue's time at an instant of ours.
  public func venueTime(of instant: Timestamp) -> Timestamp {
    instant.advanced(byMilliseconds: offset.load(ordering: .relaxed))
  }

  /// What the machine's clock shows at an instant of ours.
  public func wallTime(of instant: Timestamp) -> Timestamp { instant + (wall.now() - local.now()) }

  /// How far the venue's clock was from the machine's when it was measured last; nil before the first time.
  public var measurement: ClockOffset? { measured.withLock { $0 } }

  /// Asks the venue for its time and goes by it from now on.
  ///
  /// - Returns: how far it is from the machine's.
  /// - Throws: ``VenueFault`` when not one answer came; the offset stays what it was.
  @discardableResult
  public func synchronise(with market: any VenueMarket, _ client: any VenueClient) async throws -> ClockOffset {
    var measurement = ClockOffset()
    var failure: (any Error)?
    for _ in 0..<Self.readings {
      let sent = local.now()
      do {
        measurement.note(sent: sent, server: try await market.serverTime(client), received: local.now())
      } catch {
        failure = error
        break
      }
    }
    if measurement.roundTrip == nil, let failure { throw failure }
    offset.store(measurement.offset.wholeMilliseconds, ordering: .relaxed)
    let shown = measurement.seen(from: wall.now() - local.now())
    measured.withLock { $0 = shown }
    return shown
  }
}
