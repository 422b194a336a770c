import HedgeModel
import Panels

/// When the past is to be read anew: at once when something else is asked for, otherwise only after a while, and never
/// while a reading is under way.
struct PastPlan {
  /// How long what was read is shown before it is read again; longer where a point stands for a longer time.
  static func pause(_ request: HistoryRequest) -> Duration {
    let seconds = (request.range.duration ?? .days(365)).inSeconds / Double(max(1, request.points))
    return .milliseconds(Int64(min(60, max(3, seconds / 2)) * 1000))
  }

  private var isReading = false
  private var last: (request: HistoryRequest, at: ContinuousClock.Instant)?

  /// What to read now, if anything.
  mutating func next(_ wanted: HistoryRequest?, at now: ContinuousClock.Instant) -> HistoryRequest? {
    guard let wanted, !isReading else { return nil }
    if let last, last.request == wanted, now - last.at < Self.pause(wanted) { return nil }
    isReading = true
    last = (wanted, now)
    return wanted
  }

  /// The reading is over.
  mutating func done(at now: ContinuousClock.Instant) {
    isReading = false
    if let last { self.last = (last.request, now) }
  }
}
