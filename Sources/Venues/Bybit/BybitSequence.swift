import HedgeModel

/// How far the messages of a topic have come.
struct BybitSequence: Hashable, Sendable {
  /// The venue's number of the newest message; nil where it gives none.
  let number: Int64?
  /// When the venue made it.
  let time: Timestamp

  /// True when a message at `other` tells of a later moment. Numbers are the venue's order; messages with equal ones,
  /// as of a market where only the mark price moves, are ordered by time.
  func isBefore(_ other: BybitSequence) -> Bool {
    guard let number, let next = other.number, number != next else { return time < other.time }
    return number < next
  }
}
