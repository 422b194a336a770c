import HedgeModel

/// Counts what was sent within the last minute.
struct RateWindow: Hashable, Sendable {
  private static let length = Duration.seconds(60)

  private let limit: Int
  private var sent: [Timestamp] = []

  /// A window in which at most `limit` may be sent.
  init(limit: Int) {
    self.limit = limit
  }

  /// How many more may be sent now. A clock that was set back begins anew.
  mutating func room(at now: Timestamp) -> Int {
    sent.removeAll { now - $0 >= Self.length || $0 > now }
    return limit - sent.count
  }

  /// Notes that one is sent.
  mutating func note(_ now: Timestamp) { sent.append(now) }

  /// When there is room again; nil when there is some.
  var opensAt: Timestamp? { sent.count < limit ? nil : sent.first.map { $0 + Self.length } }
}
