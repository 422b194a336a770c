import HedgeModel

/// What the price of a hedge is asked for: the user's own assumptions.
public struct HedgePriceTerms: Hashable, Sendable {
  /// How long the hedge is meant to be held, positive.
  public let holdingPeriod: Duration
  /// The stretch of realised funding the expected rate is averaged over, positive.
  public let averagingWindow: Duration
  /// The fall of the benchmark the hedge is to protect against, a positive fraction.
  public let drop: Double
  /// How long before its expiry a dated future is rolled.
  public let rollLead: Duration
  /// Time between the expiry of a dated future and that of the one it is rolled into.
  public let rollTenor: Duration

  /// Terms; see the properties.
  ///
  /// - Parameter rollTenor: a quarter of a year unless stated.
  public init(
    holdingPeriod: Duration, averagingWindow: Duration = .days(30), drop: Double = 0.1, rollLead: Duration = .zero,
    rollTenor: Duration = .days(91)
  ) {
    self.holdingPeriod = holdingPeriod
    self.averagingWindow = averagingWindow
    self.drop = drop
    self.rollLead = rollLead
    self.rollTenor = rollTenor
  }
}
