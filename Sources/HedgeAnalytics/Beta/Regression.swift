/// A line fitted by ordinary least squares with intercept: asset = α + β·benchmark.
public struct Regression: Hashable, Sendable {
  /// β = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)².
  public let slope: Double
  /// α = ȳ − β·x̄, per bar.
  public let intercept: Double
  /// Classical standard error of the slope: s/√Σ(x − x̄)², s² = SSR/(n − 2).
  public let slopeError: Double
  /// Classical standard error of the intercept.
  public let interceptError: Double
  /// 1 − SSR/SST, centred; 0 for an asset that did not move.
  public let rSquared: Double
  /// Pearson correlation; 0 for an asset that did not move.
  public let correlation: Double
  /// √(SSR/(n − 2)).
  public let residualDeviation: Double
  /// n.
  public let observations: Int

  /// β / se(β).
  public var slopeT: Double { slope / slopeError }
}
