import ArgumentParser
import HedgeModel

/// An instant on the command line: of the calendar, or so long ago.
enum InstantText: Hashable, ExpressibleByArgument {
  case instant(Timestamp)
  case ago(Duration)

  /// `2026-11-01`, `2026-11-01T12:00:00Z`, `7d`, `36h`, `90m`, `30s`.
  init?(argument: String) {
    if let instant = Timestamp(iso8601: argument) {
      self = .instant(instant)
    } else if let duration = SpanText.duration(argument) {
      self = .ago(duration)
    } else {
      return nil
    }
  }

  /// How a default is shown.
  var defaultValueDescription: String {
    switch self {
    case .instant(let instant): instant.iso8601
    case .ago(let duration): "\(duration.wholeMilliseconds / 86_400_000)d"
    }
  }

  /// The instant meant at `now`.
  func instant(at now: Timestamp) -> Timestamp {
    switch self {
    case .instant(let instant): instant
    case .ago(let duration): now - duration
    }
  }
}
