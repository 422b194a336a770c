import Synchronization
import Testing
import Venues

/// Sees what happens on a connection.
final class Witness: WebSocketObserver {
  struct Seen {
    var opened = 0
    var messages: [[UInt8]] = []
    var heartbeats = 0
    var closures: [WebSocketClosure] = []
    /// Whether something was told after the end, or before the beginning.
    var isOutOfOrder = false

    var texts: [String] { messages.map { String(decoding: $0, as: UTF8.self) } }
  }

  private let state = Mutex(Seen())
  private let whenOpen: @Sendable (any WebSocketConnection) -> Void

  /// - Parameter whenOpen: what is done as soon as it is open.
  init(whenOpen: @escaping @Sendable (any WebSocketConnection) -> Void = { _ in }) {
    self.whenOpen = whenOpen
  }

  var seen: Seen { state.withLock { $0 } }

  func opened(_ connection: any WebSocketConnection) {
    state.withLock { seen in
      if !seen.closures.isEmpty || seen.opened > 0 { seen.isOutOfOrder = true }
      seen.opened += 1
    }
    whenOpen(connection)
  }

  func received(_ message: [UInt8]) {
    note { $0.messages.append(message) }
  }

  func heartbeat() {
    note { $0.heartbeats += 1 }
  }

  func closed(_ closure: WebSocketClosure) {
    state.withLock { $0.closures.append(closure) }
  }

  private func note(_ body: (inout Seen) -> Void) {
    state.withLock { seen in
      if seen.opened == 0 || !seen.closures.isEmpty { seen.isOutOfOrder = true }
      body(&seen)
    }
  }

  /// What was seen when `condition` holds.
  func wait(
    _ location: SourceLocation = #_sourceLocation, until condition: (Seen) -> Bool
  ) async throws -> Seen {
    try await eventually(location) { condition(self.seen) }
    return seen
  }

  /// How it ended, once it has.
  func end(_ location: SourceLocation = #_sourceLocation) async throws -> WebSocketClosure {
    let seen = try await wait(location) { !$0.closures.isEmpty }
    return try #require(seen.closures.first, sourceLocation: location)
  }
}

/// Waits for `condition`; looks for a minute, not counting the time a busy machine keeps it from looking.
func eventually(_ location: SourceLocation = #_sourceLocation, _ condition: () -> Bool) async throws {
  for _ in 0..<30_000 {
    if condition() { return }
    try await Task.sleep(for: .milliseconds(2))
  }
  try #require(condition(), "waited in vain", sourceLocation: location)
}
