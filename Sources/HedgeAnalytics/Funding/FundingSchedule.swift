import HedgeModel

/// When funding is paid.
public enum FundingSchedule {
  /// Number of stamps in (now, now + period].
  ///
  /// - Parameters:
  ///   - interval: time between stamps, positive.
  ///   - next: the next stamp. One that has passed is advanced by whole intervals; without one, the number of whole
  ///     intervals in the period is expected.
  public static func stamps(in period: Duration, interval: Duration, next: Timestamp?, now: Timestamp) -> Int {
    stamps(in: period.wholeMilliseconds, every: interval.wholeMilliseconds, next: next, now: now)
  }

  /// ``stamps(in:interval:next:now:)`` in milliseconds.
  static func stamps(in length: Int64, every step: Int64, next: Timestamp?, now: Timestamp) -> Int {
    guard step > 0, length > 0 else { return 0 }
    guard let next else { return Int(length / step) }
    let wait = untilNext(next.milliseconds - now.milliseconds, step)
    return wait > length ? 0 : Int((length - wait) / step) + 1
  }

  /// The first stamp after `now` of a schedule that has one at `stamp`.
  public static func next(after now: Timestamp, stamp: Timestamp, interval: Duration) -> Timestamp {
    let step = interval.wholeMilliseconds
    guard step > 0 else { return stamp }
    return now + .milliseconds(untilNext(stamp.milliseconds - now.milliseconds, step))
  }

  /// Time to the next stamp, positive: a stamp at this very instant has been paid.
  private static func untilNext(_ wait: Int64, _ step: Int64) -> Int64 {
    wait > 0 ? wait : wait + (-wait / step + 1) * step
  }
}
