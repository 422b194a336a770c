import HedgeModel

/// A session that was recorded with all its feeds, by `hedgetop record`.
public struct RecordingFeedConfiguration: Hashable, Sendable {
  /// The recording; a relative path of the configuration has been resolved from its folder.
  public let file: String
  /// Recorded seconds for each second of the clock, above 0.
  public let speed: Double
  /// What its header tells; nil when it was not read.
  public let facts: RecordingFacts?

  /// A recording; see the properties.
  public init(file: String, speed: Double = 1, facts: RecordingFacts? = nil) {
    self.file = file
    self.speed = speed
    self.facts = facts
  }
}
