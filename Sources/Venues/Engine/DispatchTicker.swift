import Dispatch
import Synchronization

/// Calls every 250 ms, on a queue of its own.
public final class DispatchTicker: Ticker {
  private static let interval = DispatchTimeInterval.milliseconds(250)
  private let queue = DispatchQueue(label: "hedgetop.venue-feed", qos: .utility)
  /// Counts beginnings and ends: who was to be called by an earlier one is not.
  private let run = Atomic<Int>(0)

  /// A ticker that calls nobody yet.
  public init() {}

  /// Begins to call; see ``Ticker/start(_:)``.
  public func start(_ tick: @escaping @Sendable () -> Void) {
    let current = run.add(1, ordering: .sequentiallyConsistent).newValue
    schedule(tick, current)
  }

  /// Ends; a call that is under way ends by itself.
  public func stop() {
    run.add(1, ordering: .sequentiallyConsistent)
  }

  private func schedule(_ tick: @escaping @Sendable () -> Void, _ current: Int) {
    queue.asyncAfter(deadline: .now() + Self.interval) { [weak self] in
      guard let self, run.load(ordering: .sequentiallyConsistent) == current else { return }
      tick()
      schedule(tick, current)
    }
  }
}
