/// The thresholds of one measured figure, with room between entering and clearing so that an alert does not flutter.
public struct AlertLevels: Hashable, Sendable {
  /// Where the bad values lie.
  public enum Direction: Hashable, Sendable {
    /// Above the threshold: a margin ratio.
    case above
    /// Beyond the threshold on either side of zero: a drift.
    case outside
    /// Within the threshold on either side of zero: a distance to liquidation.
    case within
  }

  /// The threshold of one severity.
  public struct Level: Hashable, Sendable {
    /// What an alert at this level is worth.
    public let severity: Alert.Severity
    /// A value strictly worse than this enters the level.
    public let enter: Double
    /// A value strictly better than this leaves the level.
    public let clear: Double

    /// A level; see the properties.
    public init(_ severity: Alert.Severity, enter: Double, clear: Double) {
      self.severity = severity
      self.enter = enter
      self.clear = clear
    }
  }

  /// Where the bad values lie.
  public let direction: Direction
  /// The levels by rising severity.
  public let levels: [Level]

  /// Thresholds; see the properties. Levels are put in order of severity, and a clear level that is worse than its
  /// enter level is replaced by it: a value must never be inside and outside of a level at once.
  public init(_ direction: Direction, _ levels: [Level]) {
    self.direction = direction
    self.levels = levels.sorted { $0.severity < $1.severity }.map { level in
      let isInverted = Self.badness(level.clear, direction) > Self.badness(level.enter, direction)
      return isInverted ? Level(level.severity, enter: level.enter, clear: level.enter) : level
    }
  }

  /// True when `value` is strictly worse than the level's enter threshold.
  public func enters(_ level: Level, _ value: Double) -> Bool {
    Self.badness(value, direction) > Self.badness(level.enter, direction)
  }

  /// True when `value` is strictly better than the level's clear threshold.
  public func clears(_ level: Level, _ value: Double) -> Bool {
    Self.badness(value, direction) < Self.badness(level.clear, direction)
  }

  /// A value on a scale where more is worse.
  private static func badness(_ value: Double, _ direction: Direction) -> Double {
    switch direction {
    case .above: value
    case .outside: abs(value)
    case .within: -abs(value)
    }
  }
}
