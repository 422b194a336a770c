import HedgeModel

/// Instants as the screen writes them, always in UTC.
enum ClockText {
  /// `12:34:56`.
  static func time(_ instant: Timestamp) -> String {
    let day: Int64 = 86_400
    let second = ((instant.milliseconds / 1000) % day + day) % day
    return [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// An instant below the time axis of a chart: `19 May 12:34`, over days `19 May`, over years `19 May 2021`.
  static func axis(_ instant: Timestamp, over length: Duration) -> String {
    let parts = instant.isoDay.split(separator: "-")
    guard parts.count == 3, let month = Int(parts[1]), months.indices.contains(month - 1) else { return instant.isoDay }
    let day = "\(parts[2].drop { $0 == "0" }) \(months[month - 1])"
    if length > .days(300) { return "\(day) \(parts[0])" }
    return length > .days(3) ? day : "\(day) \(time(instant).prefix(5))"
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `2021-05-19 12:34:56Z`.
  static func dayAndTime(_ instant: Timestamp) -> String {
    "\(instant.isoDay) \(time(instant))Z"
  }
}
