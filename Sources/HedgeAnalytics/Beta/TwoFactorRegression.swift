/// An asset explained by the benchmark and a second asset at once, with intercept: y = α + β₁·x₁ + β₂·x₂.
public struct TwoFactorRegression: Hashable, Sendable {
  /// The coefficient of one factor.
  public struct Coefficient: Hashable, Sendable {
    /// Its beta, the other factor held still.
    public let beta: Double
    /// Classical standard error, with n − 3 degrees of freedom.
    public let standardError: Double
    /// Newey–West error without small-sample factor; nil unless asked for.
    public let neweyWestError: Double?
  }

  /// α, per bar.
  public let intercept: Double
  /// The benchmark's coefficient.
  public let first: Coefficient
  /// The second asset's.
  public let second: Coefficient
  /// Covariance of the two betas' errors.
  public let errorCovariance: Double
  /// 1 − SSR/SST, centred; 0 for an asset that did not move.
  public let rSquared: Double
  /// √(SSR/(n − 3)).
  public let residualDeviation: Double
  /// Slope of the second factor on the benchmark.
  public let passThrough: Double
  /// Steps at which all three have a return.
  public let observations: Int
  /// The beta on the benchmark alone that the two imply: β₁ + β₂·``passThrough``.
  ///
  /// On the same returns it is the beta of ordinary least squares; its error takes what the second factor explains out
  /// of the noise, given that factor's returns.
  public let implied: BetaEstimate
}
