import Alerting
import HedgeModel
import HedgeStore
import MarketData

/// Says that the machine's clock was set back, since the times that are shown go on as if it had not been.
@MainActor
final class ClockWatch: StoreObserver, SessionCompanion {
  /// What is not worth a word: clocks are set right by this much as they run.
  private static let tolerance = Duration.seconds(2)

  private let store: Store
  private let clock: ForwardClock
  private var told = Duration.zero

  /// A watch that has not begun.
  init(_ store: Store, _ clock: ForwardClock) {
    self.store = store
    self.clock = clock
  }

  /// Begins.
  func start() { store.add(self) }

  /// Ends.
  func stop() { store.remove(self) }

  func storeDidPublish(_ snapshot: HedgeSnapshot) {
    let ahead = clock.ahead
    guard ahead > told + Self.tolerance else { return }
    told = ahead
    let now = clock.now()
    store.send(
      .notice(
        "this machine's clock was set back to \((now - ahead).iso8601): times here go on from \(now.iso8601)"
          + " until hedgetop is started again",
        .warning))
  }
}
