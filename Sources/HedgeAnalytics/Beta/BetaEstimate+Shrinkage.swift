extension BetaEstimate {
  /// Drawn towards one by Blume's weights. The errors shrink with the slope: ⅔ of what they were.
  public var drawnTowardsOne: BetaEstimate {
    let slope = 2.0 / 3
    return replacing(
      .blume, beta: BetaShrinkage.blume(beta), standardError: standardError.map { slope * $0 },
      neweyWestError: neweyWestError.map { slope * $0 })
  }

  /// Drawn towards `prior` by Vasicek's weights; nil without a standard error.
  ///
  /// The standard error is the deviation of the posterior, 1/√(1/s² + 1/σ²); it has no Newey–West error.
  public func drawn(towards prior: BetaPrior) -> BetaEstimate? {
    guard let standardError else { return nil }
    let weight = prior.weight(error: standardError)
    return replacing(
      .vasicek, beta: weight * beta + (1 - weight) * prior.mean, standardError: weight.squareRoot() * standardError,
      neweyWestError: nil)
  }

  private func replacing(
    _ source: Source, beta: Double, standardError: Double?, neweyWestError: Double?
  ) -> BetaEstimate {
    BetaEstimate(
      source: source, beta: beta, alpha: alpha, standardError: standardError, neweyWestError: neweyWestError,
      rSquared: rSquared, correlation: correlation, observations: observations)
  }
}
