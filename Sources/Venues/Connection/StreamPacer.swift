import HedgeModel

/// Keeps the messages of one connection within its ``StreamPace``: no window holds more than it allows.
struct StreamPacer: Sendable {
  private let pace: StreamPace
  private var waiting: ArraySlice<String> = []
  private var sent: [Timestamp] = []

  init(_ pace: StreamPace) {
    self.pace = pace
  }

  /// True when everything has been handed out.
  var isEmpty: Bool { waiting.isEmpty }

  mutating func enqueue(_ messages: [String]) {
    waiting.append(contentsOf: messages)
  }

  /// Notes what was sent out of turn.
  mutating func note(_ count: Int = 1, at now: Timestamp) {
    sent.append(contentsOf: repeatElement(now, count: count))
    if sent.count > max(pace.messages, 1) { sent.removeFirst(sent.count - max(pace.messages, 1)) }
  }

  /// Messages that may be sent now, in order.
  mutating func next(at now: Timestamp) -> [String] {
    guard !waiting.isEmpty else { return [] }
    sent.removeAll { now - $0 >= pace.window }
    let count = min(waiting.count, max(pace.messages, 1) - sent.count)
    guard count > 0 else { return [] }
    let messages = Array(waiting.prefix(count))
    waiting = waiting.dropFirst(count)
    note(count, at: now)
    return messages
  }
}
