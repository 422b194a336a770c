import Alerting
import HedgeModel

/// What has happened, newest first, in bounded memory.
struct EventLog: Sendable {
  private(set) var entries: [LogEntry] = []
  private let capacity: Int

  /// An empty log of at most `capacity` entries.
  init(capacity: Int = 500) {
    self.capacity = capacity
  }

  /// Adds an entry. A feed that repeats its newest entry word for word is not told again; what was decided, refused or
  /// raised always is.
  mutating func add(_ kind: LogEntry.Kind, _ severity: Alert.Severity, _ message: String, at: Timestamp) {
    if kind == .feed, let newest = entries.first, newest.kind == kind, newest.message == message { return }
    entries.insert(LogEntry(at: at, kind: kind, severity: severity, message: message), at: 0)
    if entries.count > capacity { entries.removeLast() }
  }
}
