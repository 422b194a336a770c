import HedgeStore

/// What is new in a log that is kept newest first and in bounded length.
struct LogTail {
  private var seen: [LogEntry] = []

  /// The entries of `log` that were not in it the last time, oldest first.
  mutating func take(_ log: [LogEntry]) -> [LogEntry] {
    defer { seen = log }
    let count = (0...log.count).first { log.dropFirst($0).elementsEqual(seen.prefix(log.count - $0)) } ?? log.count
    return log.prefix(count).reversed()
  }
}
