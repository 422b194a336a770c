import HedgeModel
import Panels

/// When the past is to be read anew: at once when something else is asked for, otherwise only after a while, and never
/// while a reading is under way.
struct PastPlan {
  /// How long what was read is shown before it is read again; longer where a point stands for a longer time.
  ///
  /// - Parameter span: from the first instant shown to the last, which may be less than was asked for.
  static func pause(showing span: Duration, points: Int) -> Duration {
    let seconds = span.inSeconds / Double(max(1, points))
    return .milliseconds(Int64(min(60, max(3, seconds / 2)) * 1000))
  }

  private var isReading = false
  private var last: (request: HistoryRequest, at: ContinuousClock.Instant, span: Duration)?

  /// What to read now, if anything.
  mutating func next(_ wanted: HistoryRequest?, at now: ContinuousClock.Instant) -> HistoryRequest? {
    guard let wanted, !isReading else { return nil }
    if let last, last.request == wanted, now - last.at < Self.pause(showing: last.span, points: wanted.points) {
      return nil
    }
    isReading = true
    last = (wanted, now, .zero)
    return wanted
  }

  /// The reading is over, and shows so long a time.
  mutating func done(at now: ContinuousClock.Instant, showing span: Duration) {
    isReading = false
    if let last { self.last = (last.request, now, span) }
  }
}
