import HedgeModel

extension StressedBook {
  /// The estimates every strategy goes by when the scenario has gone `scale` of its way. Betas the user states stay.
  func betas(at scale: Double) -> [String: [Asset: Reading<BetaEstimate>]] {
    guard let change = betaChange else { return book.input.betas }
    return book.input.betas.mapValues { estimates in
      estimates.reduce(into: [:]) { changed, entry in
        let shift = change(entry.key, entry.value)
        changed[entry.key] = entry.value.combined(with: shift) { $0.with(beta: $0.beta + scale * $1) }
      }
    }
  }

  /// By how much an estimate changes in the whole scenario; nil when betas stay as they are.
  private var betaChange: ((Asset, Reading<BetaEstimate>) -> Reading<Double>)? {
    if case .correlated = scenario.prices {
      return { asset, estimate in book.volatilityRatio(of: asset) - estimate.map(\.beta) }
    }
    guard let shock = scenario.betas else { return nil }
    let resolver = StressMoves(book: book, scenario: scenario, benchmarkMove: benchmarkMove)
    return { resolver.shift(of: $0, estimate: $1, by: shock) }
  }
}

extension BetaEstimate {
  /// The same estimate with another slope.
  fileprivate func with(beta: Double) -> BetaEstimate {
    BetaEstimate(
      source: source, beta: beta, alpha: alpha, standardError: standardError, neweyWestError: neweyWestError,
      rSquared: rSquared, correlation: correlation, observations: observations)
  }
}
