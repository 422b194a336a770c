import HedgeModel

/// The recent past of one strategy's figures.
public struct StrategyHistory: Hashable, Sendable {
  /// Samples, oldest first; a gap where a figure was unknown or stale.
  public let samples: [StrategySample]
  /// Since when the drift has been beyond the band; nil while it is not.
  public let outsideSince: Timestamp?
  /// Time spent beyond the band since the program started.
  public let timeOutside: Duration

  /// A history; see the properties.
  public init(samples: [StrategySample], outsideSince: Timestamp?, timeOutside: Duration) {
    self.samples = samples
    self.outsideSince = outsideSince
    self.timeOutside = timeOutside
  }
}
