import HedgeModel

/// Betas by regression, as readings.
public enum BetaEstimator {
  /// Beta of `asset` to `benchmark`, two windows of returns with NaN where there is none.
  ///
  /// - Parameters:
  ///   - minimumObservations: fewer pairs make beta unknown (too few observations).
  ///   - name: the asset, for the reason.
  ///   - provenance: where the returns come from and how old the newest is.
  public static func estimate(
    asset: [Double], benchmark: [Double], minimumObservations: Int, name: Asset, provenance: Provenance = .stated
  ) -> Reading<BetaEstimate> {
    let pairs = PairedReturns(benchmark: benchmark, asset: asset)
    guard pairs.count >= max(minimumObservations, 3) else {
      return .unknown(tooFew(pairs.count, minimumObservations, name))
    }
    guard let line = OrdinaryLeastSquares.fit(pairs) else { return .unknown(noSpread(name)) }
    return .known(
      BetaEstimate(line, neweyWestError: RobustErrors.neweyWestSlope(pairs, line)), provenance)
  }

  static func tooFew(_ count: Int, _ minimum: Int, _ asset: Asset) -> UnknownReason {
    UnknownReason(
      .tooFewObservations, "\(count) of at least \(max(minimum, 3)) returns for the beta of \(asset)")
  }

  static func noSpread(_ asset: Asset) -> UnknownReason {
    UnknownReason(.undefined, "no beta of \(asset): the benchmark did not move in the window")
  }
}

extension BetaEstimate {
  /// The estimate of a fitted line.
  public init(_ line: Regression, neweyWestError: Double?) {
    self.init(
      source: .regression, beta: line.slope, alpha: line.intercept, standardError: line.slopeError,
      neweyWestError: neweyWestError, rSquared: line.rSquared, correlation: line.correlation,
      observations: line.observations)
  }
}
