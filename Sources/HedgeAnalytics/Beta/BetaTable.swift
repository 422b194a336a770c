/// Betas of many assets over one window, column by column; NaN where there were too few observations.
public struct BetaTable: Hashable, Sendable {
  /// Slopes.
  public internal(set) var betas: [Double]
  /// Intercepts, per bar.
  public internal(set) var alphas: [Double]
  /// Classical standard errors of the slopes.
  public internal(set) var standardErrors: [Double]
  /// Newey–West standard errors of the slopes, without small-sample factor; NaN for all unless asked for.
  public internal(set) var neweyWestErrors: [Double]
  /// Shares of variance explained.
  public internal(set) var rSquared: [Double]
  /// Pearson correlations.
  public internal(set) var correlations: [Double]
  /// Observations used.
  public internal(set) var observations: [Int]

  init(count: Int) {
    let unknown = [Double](repeating: .nan, count: count)
    betas = unknown
    alphas = unknown
    standardErrors = unknown
    neweyWestErrors = unknown
    rSquared = unknown
    correlations = unknown
    observations = [Int](repeating: 0, count: count)
  }

  mutating func set(_ line: Regression, at index: Int) {
    betas[index] = line.slope
    alphas[index] = line.intercept
    standardErrors[index] = line.slopeError
    rSquared[index] = line.rSquared
    correlations[index] = line.correlation
  }
}
