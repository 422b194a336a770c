/// What the cost of a hedge is judged by: its user's own assumptions.
public struct CostPolicy: Hashable, Sendable {
  /// The stretch of realised funding that the expected rate is averaged over, positive.
  public let averagingWindow: Duration
  /// The fall of the benchmark that the hedge is to protect against, a positive fraction.
  public let drop: Double
  /// γ, without unit: a book gives up γ/2·Var(return) of its value to be rid of a variance (the mean-variance utility).
  /// 0 does not care, 3 is common, more wants the hedge closer.
  public let riskAversion: Double

  /// Assumptions; see the properties.
  public init(averagingWindow: Duration = .days(30), drop: Double = 0.1, riskAversion: Double = 3) {
    self.averagingWindow = averagingWindow
    self.drop = drop
    self.riskAversion = riskAversion
  }
}
