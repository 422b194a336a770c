/// How long the past of the figures is kept, by how fine it is.
public struct HistoryRetention: Hashable, Sendable {
  /// How long every second is kept.
  public let seconds: Duration
  /// How long every minute is kept.
  public let minutes: Duration
  /// How long every hour is kept.
  public let hours: Duration
  /// How long every day is kept.
  public let days: Duration

  /// A retention; see the properties. By default two days of seconds, thirty of minutes, 800 of hours, ten years of
  /// days.
  public init(
    seconds: Duration = .days(2), minutes: Duration = .days(30), hours: Duration = .days(800),
    days: Duration = .days(3650)
  ) {
    self.seconds = seconds
    self.minutes = minutes
    self.hours = hours
    self.days = days
  }
}
