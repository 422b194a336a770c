import HedgeModel

/// Instants as the screen writes them, always in UTC.
enum ClockText {
  /// `12:34:56`.
  static func time(_ instant: Timestamp) -> String {
    let day: Int64 = 86_400
    let second = ((instant.milliseconds / 1000) % day + day) % day
    return [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// `2021-05-19 12:34:56Z`.
  static func dayAndTime(_ instant: Timestamp) -> String {
    "\(instant.isoDay) \(time(instant))Z"
  }
}
