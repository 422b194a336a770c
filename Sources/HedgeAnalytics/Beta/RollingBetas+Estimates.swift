import HedgeModel

extension RollingBetas {
  /// Beta of one asset over the window: what a fit of its pairs gives, in constant time.
  ///
  /// Unknown with too few observations, or when the benchmark did not move.
  ///
  /// - Parameters:
  ///   - source: the feed the bars came from.
  ///   - includingNeweyWest: also the Newey–West error, which takes the whole window and is computed only here.
  public func estimate(
    of asset: Asset, source: String = "history", includingNeweyWest: Bool = true
  ) -> Reading<BetaEstimate> {
    guard let column = columns[asset], let lastClose else {
      return .unknown(UnknownReason(.notReceived, "no price history of \(asset) yet"))
    }
    guard window.count(of: column) >= max(policy.minimumObservations, 3) else {
      return .unknown(BetaEstimator.tooFew(window.count(of: column), policy.minimumObservations, asset))
    }
    guard let line = window.moments(of: column).regression() else {
      return .unknown(BetaEstimator.noSpread(asset))
    }
    let error = includingNeweyWest ? RobustErrors.neweyWestSlope(window.pairs(of: column), line) : nil
    return .known(BetaEstimate(line, neweyWestError: error), Provenance(asOf: lastClose, source: source))
  }

  /// Betas of all assets.
  public func estimates(
    source: String = "history", includingNeweyWest: Bool = true
  ) -> [Asset: Reading<BetaEstimate>] {
    assets.reduce(into: [:]) {
      $0[$1] = estimate(of: $1, source: source, includingNeweyWest: includingNeweyWest)
    }
  }
}
