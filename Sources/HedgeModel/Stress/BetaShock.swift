/// How far betas are off in a scenario.
public struct BetaShock: Hashable, Sendable {
  /// To which side.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    /// Every beta is higher than estimated.
    case higher
    /// Every beta is lower than estimated.
    case lower
    /// Each beta is off to the side that costs the book more, given the benchmark's move and the net value of the coin.
    case against
  }

  /// How many standard errors, positive.
  public let standardErrors: Double
  /// To which side.
  public let side: Side

  /// A shock; see the properties.
  public init(standardErrors: Double, side: Side) {
    self.standardErrors = standardErrors
    self.side = side
  }
}
