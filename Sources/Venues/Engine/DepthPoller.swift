import HedgeModel

/// Whose order books are asked for, and when: a pure state machine. Books are large, so they are asked for only while
/// somebody looks at them.
public struct DepthPoller: Sendable {
  /// How often a book is asked for.
  public static let interval = Duration.seconds(5)

  private var dueAt: [InstrumentID: Timestamp] = [:]

  /// Nobody looks at a book.
  public init() {}

  /// Watches these books and no others; those that are new at once.
  public mutating func watch(_ instruments: some Sequence<InstrumentID>, at now: Timestamp) {
    let known = dueAt
    dueAt = [:]
    for instrument in instruments { dueAt[instrument] = known[instrument] ?? now }
  }

  /// When the next book is to be asked for; nil when none is watched.
  public var next: Timestamp? { dueAt.values.min() }

  /// Books to ask for now; they are due again after ``interval``.
  public mutating func take(at now: Timestamp) -> [InstrumentID] {
    let due = dueAt.filter { $0.value <= now }.keys.sorted()
    for instrument in due { dueAt[instrument] = now + Self.interval }
    return due
  }
}
