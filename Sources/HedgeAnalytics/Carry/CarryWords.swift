import HedgeModel

/// Small words the reasons of the carry figures share.
enum CarryWords {
  /// `30 days`, `1 day`, `12 hours`: the whole unit where it is one, else one decimal.
  static func days(_ duration: Duration) -> String {
    if duration < .days(1) { return counted(duration.inHours, "hour") }
    return counted(duration.inDays, "day")
  }

  private static func counted(_ count: Double, _ unit: String) -> String {
    let tenths = (count * 10).rounded() / 10
    let number = Int(exactly: tenths).map(String.init) ?? tenths.description
    return "\(number) \(unit)\(tenths == 1 ? "" : "s")"
  }
}
