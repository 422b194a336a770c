/// Ordinary least squares with intercept on two factors.
public enum TwoFactorLeastSquares {
  /// The regression of `returns`; nil with fewer than four of them, a factor that did not move, or two that move as one.
  ///
  /// - Parameter includingNeweyWest: also the Newey–West errors, at the default lag of
  ///   ``RobustErrors/defaultLag(observations:)``.
  public static func fit(_ returns: TwoFactorReturns, includingNeweyWest: Bool = true) -> TwoFactorRegression? {
    guard returns.count >= 4 else { return nil }
    let moments = TwoFactorMoments(returns)
    guard let betas = moments.betas else { return nil }
    let residuals = returns.first.indices.map { step in
      returns.asset[step] - moments.meanY - betas.first * (returns.first[step] - moments.meanX)
        - betas.second * (returns.second[step] - moments.meanZ)
    }
    let lag = RobustErrors.defaultLag(observations: returns.count)
    return moments.regression(
      squaredResiduals: residuals.reduce(0) { $0 + $1 * $1 },
      includingNeweyWest ? TwoFactorErrors(returns, moments, residuals: residuals, lag: lag) : nil)
  }
}
