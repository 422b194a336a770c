import FoundationEssentials

/// A UTC instant with millisecond precision.
///
/// Time is always a value that is passed in: nothing but the composition root reads a clock, so a recorded feed
/// replays to the same figures.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// An instant `milliseconds` after the epoch.
  @inlinable public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// An instant `seconds` after the epoch, rounded to the nearest millisecond.
  ///
  /// Values beyond the representable range, and NaN, are clamped rather than trapped on: the number may come from
  /// a venue.
  public init(seconds: Double) {
    let scaled = (seconds * 1000).rounded()
    self.init(milliseconds: Int64(exactly: scaled) ?? (scaled > 0 ? .max : 0))
  }

  /// Seconds since the epoch.
  public var seconds: Double { Double(milliseconds) / 1000 }

  /// Orders by time.
  @inlinable public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The instant `duration` later; saturates at the ends of the range.
  public static func + (left: Timestamp, duration: Duration) -> Timestamp {
    left.advanced(byMilliseconds: duration.wholeMilliseconds)
  }

  /// The instant `distance` milliseconds later, or earlier when negative; saturates at the ends of the range.
  public func advanced(byMilliseconds distance: Int64) -> Timestamp {
    let (sum, overflow) = milliseconds.addingReportingOverflow(distance)
    return Timestamp(milliseconds: overflow ? (distance < 0 ? .min : .max) : sum)
  }

  /// The instant `duration` earlier; saturates at the ends of the range.
  public static func - (left: Timestamp, duration: Duration) -> Timestamp {
    left + (.zero - duration)
  }

  /// The time from `right` to `left`; negative when `left` is the earlier one.
  public static func - (left: Timestamp, right: Timestamp) -> Duration {
    let (difference, overflow) = left.milliseconds.subtractingReportingOverflow(right.milliseconds)
    return .milliseconds(overflow ? (left < right ? Int64.min : Int64.max) : difference)
  }
}

extension Timestamp {
  /// Reads ISO 8601 in UTC: `2021-05-19`, `2021-05-19T12:00:00Z` or with a fraction or an offset.
  ///
  /// Returns nil for anything else.
  public init?(iso8601 text: String) {
    let day = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    let instant = Date.ISO8601FormatStyle(timeZone: .gmt)
    let fraction = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)
    let parsed =
      text.count == 10
      ? try? day.parse(text)
      : (try? instant.parse(text)) ?? (try? fraction.parse(text))
    guard let parsed, Self.isOnTheCalendar(text) else { return nil }
    self.init(seconds: parsed.timeIntervalSince1970)
  }

  /// True when the day and the wall clock in `text` exist: the parser rolls 25:00 over into the next day.
  private static func isOnTheCalendar(_ text: String) -> Bool {
    let wall = String(text.prefix(19)) + (text.count == 10 ? "T00:00:00Z" : "Z")
    let parsed = try? Date.ISO8601FormatStyle(timeZone: .gmt).parse(wall)
    return parsed.map { $0.formatted(Date.ISO8601FormatStyle(timeZone: .gmt)) == wall } ?? false
  }

  /// `2021-05-19T12:00:00Z`: UTC, whole seconds.
  public var iso8601: String {
    Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
  }

  /// `2021-05-19`: the UTC day.
  public var isoDay: String {
    Date(timeIntervalSince1970: Double(milliseconds / 1000))
      .formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
  }
}
