import FoundationEssentials

/// Hours in which only what is severe is told.
public struct QuietHoursConfiguration: Hashable, Sendable {
  /// When they begin, in seconds since midnight.
  public let from: Int
  /// When they end; earlier than ``from`` is the next day.
  public let to: Int
  /// Days on which they begin, 0 for Sunday to 6 for Saturday.
  public let days: Set<Int>
  /// The zone whose clock counts.
  public let zone: TimeZone
  /// What is told all the same.
  public let breakthrough: AlertChannelConfiguration.Severity

  /// Quiet hours; see the properties.
  public init(
    from: Int, to: Int, days: Set<Int>, zone: TimeZone, breakthrough: AlertChannelConfiguration.Severity
  ) {
    self.from = from
    self.to = to
    self.days = days
    self.zone = zone
    self.breakthrough = breakthrough
  }
}
