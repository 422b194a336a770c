/// Newey–West errors of a two-factor regression, without small-sample factor.
struct TwoFactorErrors {
  let first: Double
  let second: Double
  /// Of the implied beta on the first factor alone, given the second's returns.
  let implied: Double

  /// The errors of a fitted regression; nil where it has none.
  ///
  /// - Parameter residuals: y − α − β₁·x₁ − β₂·x₂, step by step.
  init?(_ returns: TwoFactorReturns, _ moments: TwoFactorMoments, residuals: [Double], lag: Int) {
    guard let determinant = moments.determinant else { return nil }
    // How much each residual moves the coefficients: the rows of (X'X)⁻¹X' about the means.
    var (toFirst, toSecond, toImplied) = (residuals, residuals, residuals)
    for step in residuals.indices {
      let (x, z) = (returns.first[step] - moments.meanX, returns.second[step] - moments.meanZ)
      toFirst[step] *= (moments.sumZZ * x - moments.sumXZ * z) / determinant
      toSecond[step] *= (moments.sumXX * z - moments.sumXZ * x) / determinant
      toImplied[step] *= x / moments.sumXX
    }
    first = LongRunVariance.total(toFirst, lag: lag).squareRoot()
    second = LongRunVariance.total(toSecond, lag: lag).squareRoot()
    implied = LongRunVariance.total(toImplied, lag: lag).squareRoot()
  }
}
