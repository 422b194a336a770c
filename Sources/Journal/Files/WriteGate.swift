import Synchronization

/// Lets one write of this process into a journal at a time.
///
/// SQLite would make the second wait by sleeping for ever longer; here it goes on as soon as the first is done, so a
/// decision waits for the few rows of history that are being written and no longer.
final class WriteGate: Sendable {
  private let gate = Mutex(())

  /// Runs `body` when nobody else writes.
  func pass<Result: Sendable>(_ body: () throws -> Result) rethrows -> Result {
    try gate.withLock { _ in try body() }
  }
}
