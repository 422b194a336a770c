/// Lets time pass; tests have one that only sets a clock.
public protocol Pause: Sendable {
  /// Waits so long.
  ///
  /// - Throws: `CancellationError` when nobody wants the result any more.
  func wait(_ duration: Duration) async throws
}

/// Waits by the clock of the machine.
public struct SleepingPause: Pause {
  /// All instances wait alike.
  public init() {}

  /// Sleeps without keeping a thread.
  public func wait(_ duration: Duration) async throws {
    if duration > .zero { try await Task.sleep(for: duration) }
  }
}
