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

  /// The time left until `instant`; `due` once it has passed.
  func countdown(to instant: Timestamp) -> String {
    instant <= now ? "due" : duration(instant - now)
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
