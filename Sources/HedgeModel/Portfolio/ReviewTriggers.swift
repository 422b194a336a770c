/// What makes a hedge due for another look, each measured from the last review. Nil switches a trigger off.
public struct ReviewTriggers: Hashable, Sendable {
  /// Time since the last review.
  public let interval: Duration?
  /// |Move| of the benchmark, a fraction.
  public let benchmarkMove: Double?
  /// |Change| of the spot value, a fraction.
  public let spotValueChange: Double?

  /// Review triggers; see the properties.
  public init(interval: Duration? = .days(1), benchmarkMove: Double? = 0.05, spotValueChange: Double? = 0.1) {
    self.interval = interval
    self.benchmarkMove = benchmarkMove
    self.spotValueChange = spotValueChange
  }
}
