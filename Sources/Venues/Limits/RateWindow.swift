import HedgeModel

/// What was spent of one budget within the last window.
///
/// The window slides: whatever begins a venue's own windows, by the minute of its clock or by the first question, no
/// window of that length ever holds more than was allowed.
struct RateWindow: Sendable {
  /// What was spent between two instants close together, kept as one.
  private struct Spending {
    let first: Timestamp
    var last: Timestamp
    var weight: Int
  }

  /// Weight a window has.
  var capacity: Int
  private let length: Duration
  private let grain: Duration
  private var spendings: [Spending] = []
  private var total = 0

  init(_ limit: RateLimit) {
    capacity = max(1, limit.capacity)
    length = limit.window
    grain = limit.window / 20
  }

  /// Weight spent in the window that ends at `now`.
  mutating func used(at now: Timestamp) -> Int {
    let expired = spendings.prefix { now - $0.last >= length }
    if !expired.isEmpty {
      total -= expired.reduce(0) { $0 + $1.weight }
      spendings.removeFirst(expired.count)
    }
    return total
  }

  mutating func spend(_ weight: Int, at now: Timestamp) {
    total += weight
    if let last = spendings.indices.last, now - spendings[last].first < grain {
      spendings[last].last = max(spendings[last].last, now)
      spendings[last].weight += weight
    } else {
      spendings.append(Spending(first: now, last: now, weight: weight))
    }
  }

  /// When `weight` more keeps the window at `allowed`; `now` when it does already. More than is ever allowed may be
  /// spent in a window of its own.
  mutating func opening(for weight: Int, within allowed: Int, at now: Timestamp) -> Timestamp {
    var excess = used(at: now) + min(weight, allowed) - allowed
    for spending in spendings {
      if excess <= 0 { break }
      excess -= spending.weight
      if excess <= 0 { return spending.last + length }
    }
    return now
  }
}
