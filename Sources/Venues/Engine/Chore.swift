import HedgeModel
import MarketData

/// Something a feed does by REST from time to time, one at a time, and again after a growing wait when it failed.
struct Chore: Sendable {
  /// When it is to be done; nil when nothing is to be done.
  private(set) var dueAt: Timestamp?
  private(set) var isRunning = false
  /// After a failure nothing is done before then.
  private var notBefore: Timestamp?
  private var backoff: Backoff

  init(longestWait: Duration = .seconds(60), seed: UInt64) {
    backoff = Backoff(first: .seconds(2), longest: longestWait, seed: seed)
  }

  /// Is to be done at `instant`, or earlier when it already was.
  mutating func schedule(at instant: Timestamp) {
    dueAt = min(instant, dueAt ?? instant)
  }

  /// True when it is to be begun now; it is running then.
  mutating func begin(at now: Timestamp) -> Bool {
    guard let due = dueAt, due <= now, notBefore.map({ $0 <= now }) ?? true, !isRunning else { return false }
    dueAt = nil
    isRunning = true
    return true
  }

  mutating func succeeded(next: Timestamp? = nil) {
    isRunning = false
    notBefore = nil
    backoff.reset()
    if let next { schedule(at: next) }
  }

  /// Failed: it is tried again, not before the venue wants it. Gives when.
  @discardableResult
  mutating func failed(_ fault: VenueFault, at now: Timestamp) -> Timestamp {
    isRunning = false
    let next = now + max(backoff.next(), fault.quarantine ?? .zero)
    notBefore = next
    dueAt = next
    return next
  }
}
