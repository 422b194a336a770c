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

  /// Adds an entry; one that repeats the newest word for word is not added again.
  mutating func add(_ kind: LogEntry.Kind, _ severity: Alert.Severity, _ message: String, at: Timestamp) {
    if let newest = entries.first, newest.kind == kind, newest.message == message { return }
    entries.insert(LogEntry(at: at, kind: kind, severity: severity, message: message), at: 0)
    if entries.count > capacity { entries.removeLast() }
  }
}
