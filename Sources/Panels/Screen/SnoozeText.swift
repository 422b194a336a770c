import HedgeModel

/// Reads how long an alert is to be quiet.
enum SnoozeText {
  private static let longest = Duration.days(30)

  /// `30m`, `4h` or `2d`; a number alone is of minutes. Nil for what is none of them, or longer than 30 days.
  static func duration(_ text: String) -> Duration? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count > 0, count <= 43_200 else { return nil }
    let time: Duration
    switch text.dropFirst(digits.count) {
    case "", "m", "min": time = .seconds(count * 60)
    case "h": time = .hours(Double(count))
    case "d": time = .days(Double(count))
    default: return nil
    }
    return time <= longest ? time : nil
  }
}
