/// What makes a hedge due for another look, each measured from the last review. Nil switches a trigger off.
public struct ReviewTriggers: Hashable, Sendable {
  /// Time since the last review.
  public let interval: Duration?
  /// |Move| of the benchmark, a fraction.
  public let benchmarkMove: Double?
  /// |Change| of the spot value, a fraction.
  public let spotValueChange: Double?

  /// Move of any coin's beta, in standard errors of the estimate at the review.
  public let betaChange: Double?
  /// True when another market regime is reason enough.
  public let regimeChange: Bool

  /// Review triggers; see the properties.
  public init(
    interval: Duration? = .days(1), benchmarkMove: Double? = 0.05, spotValueChange: Double? = 0.1,
    betaChange: Double? = 2, regimeChange: Bool = true
  ) {
    self.interval = interval
    self.benchmarkMove = benchmarkMove
    self.spotValueChange = spotValueChange
    self.betaChange = betaChange
    self.regimeChange = regimeChange
  }
}
