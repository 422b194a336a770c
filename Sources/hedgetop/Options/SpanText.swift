import ArgumentParser
import HedgeModel

/// A length of time on the command line.
struct SpanText: Hashable, ExpressibleByArgument {
  let duration: Duration

  /// `30s`, `10m`, `1h`, `1d`.
  init?(argument: String) {
    guard let duration = Self.duration(argument) else { return nil }
    self.duration = duration
  }

  /// A whole number above 0 with its unit; nil for anything else, and beyond a thousand years.
  static func duration(_ text: String) -> Duration? {
    guard let unit = text.last, let count = Int64(text.dropLast()), count > 0, count <= 366_000 else { return nil }
    return switch unit {
    case "s": .seconds(count)
    case "m": .seconds(count * 60)
    case "h": .seconds(count * 3600)
    case "d": .seconds(count * 86_400)
    default: nil
    }
  }
}
