import HedgeModel

/// Which simulated market is wanted. Two feeds with equal configurations tell the same story.
public struct SimulatedConfiguration: Hashable, Sendable {
  /// Which regimes the market goes through.
  public enum Regimes: String, Hashable, Sendable, CaseIterable {
    /// Mostly calm, now and then hours of stress; calm at the start.
    case switching
    /// Never stressed.
    case calm
    /// Always stressed: volatility high, correlations near 1, perpetuals below spot.
    case stress
  }

  /// What the random numbers are drawn from.
  public let seed: UInt64
  /// The instant at which the market opens; its history ends here.
  public let start: Timestamp
  /// Which regimes the market goes through.
  public let regimes: Regimes
  /// Market time per wall time, for the label only: time itself is told by ``PriceFeed/advance(to:)``.
  public let speed: Double

  /// A configuration; see the properties.
  public init(seed: UInt64 = 1, start: Timestamp, regimes: Regimes = .switching, speed: Double = 1) {
    self.seed = seed
    self.start = start
    self.regimes = regimes
    self.speed = speed
  }
}
