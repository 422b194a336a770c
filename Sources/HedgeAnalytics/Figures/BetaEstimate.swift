import HedgeModel

/// A beta, and how much it may be trusted.
public struct BetaEstimate: Hashable, Sendable {
  /// Where the number comes from.
  public enum Source: String, Hashable, Sendable {
    /// Ordinary least squares over the lookback window.
    case regression
    /// Weights that fade with age.
    case exponential = "ewma"
    /// Least squares drawn towards a prior.
    case vasicek
    /// Least squares drawn towards one.
    case blume
    /// A Kalman filter.
    case kalman
    /// Least squares on the benchmark and a second factor.
    case twoFactor = "two-factor"
    /// Stated in the configuration.
    case override
    /// One by definition: the asset is the benchmark.
    case identity
  }

  /// Where the number comes from.
  public let source: Source
  /// Slope of the asset's returns on the benchmark's.
  public let beta: Double
  /// Intercept, per bar; nil unless estimated.
  public let alpha: Double?
  /// Classical standard error of beta; nil unless estimated (an override has none, the benchmark's own is 0).
  public let standardError: Double?
  /// Newey–West standard error of beta; nil unless estimated.
  public let neweyWestError: Double?
  /// Share of variance explained, 0…1; nil unless estimated.
  public let rSquared: Double?
  /// Pearson correlation; nil unless estimated.
  public let correlation: Double?
  /// Observations used; nil unless estimated.
  public let observations: Int?

  /// An estimate; see the properties.
  public init(
    source: Source, beta: Double, alpha: Double? = nil, standardError: Double? = nil, neweyWestError: Double? = nil,
    rSquared: Double? = nil, correlation: Double? = nil, observations: Int? = nil
  ) {
    self.source = source
    self.beta = beta
    self.alpha = alpha
    self.standardError = standardError
    self.neweyWestError = neweyWestError
    self.rSquared = rSquared
    self.correlation = correlation
    self.observations = observations
  }
}
