import HedgeModel

extension FigureFormat {
  /// A duration in its two largest units: `35 s`, `12m 05s`, `2h 13m`, `3d 04h`.
  func duration(_ duration: Duration) -> String {
    let seconds = max(0, duration.wholeMilliseconds / 1000)
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(seconds / 60)m \(Self.twoDigits(seconds % 60))s"
    case ..<86_400: return "\(seconds / 3600)h \(Self.twoDigits(seconds % 3600 / 60))m"
    default: return "\(seconds / 86_400)d \(Self.twoDigits(seconds % 86_400 / 3600))h"
    }
  }

  /// A duration in its largest unit, for columns and marks: `35s`, `12m`, `2h`, `3d`.
  func shortDuration(_ duration: Duration) -> String {
    let seconds = max(0, duration.wholeMilliseconds / 1000)
    switch seconds {
    case ..<60: return "\(seconds)s"
    case ..<3600: return "\(seconds / 60)m"
    case ..<86_400: return "\(seconds / 3600)h"
    default: return "\(seconds / 86_400)d"
    }
  }

  /// A duration that need not be watched by the second: `35 s`, `12 min`, `2h 13m`, `3d 04h`.
  func calmDuration(_ duration: Duration) -> String {
    let seconds = max(0, duration.wholeMilliseconds / 1000)
    return (60..<3600).contains(seconds) ? "\(seconds / 60) min" : self.duration(duration)
  }

  /// The time left until `instant`, by the second in the last minute only; `due` once it has passed.
  func countdown(to instant: Timestamp) -> String {
    instant <= now ? "due" : calmDuration(instant - now)
  }

  /// The time since an instant, by the minute: `just now`, `12 min ago`.
  func ago(_ instant: Timestamp) -> String {
    now - instant < .seconds(60) ? "just now" : calmDuration(now - instant) + " ago"
  }

  /// A stretch of time in its largest whole unit: `30 s`, `5 min`, `2 h`, `3 d`.
  func span(_ duration: Duration) -> String {
    let seconds = max(0, duration.wholeMilliseconds / 1000)
    return switch seconds {
    case 86_400... where seconds % 86_400 == 0: "\(seconds / 86_400) d"
    case 3600... where seconds % 3600 == 0: "\(seconds / 3600) h"
    case 60... where seconds % 60 == 0: "\(seconds / 60) min"
    case 60...: calmDuration(duration)
    default: "\(seconds) s"
    }
  }

  /// An interval as funding tables write it: `8h`, `1h`, `30m`.
  func interval(_ interval: Duration) -> String {
    let minutes = interval.wholeMilliseconds / 60_000
    return minutes % 60 == 0 && minutes > 0 ? "\(minutes / 60)h" : "\(minutes)m"
  }

  /// A span of days as a period: `30 d`, `12 h`.
  func period(_ period: Duration) -> String {
    let hours = period.wholeMilliseconds / 3_600_000
    return hours % 24 == 0 ? "\(hours / 24) d" : "\(hours) h"
  }

  private static func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
