import HedgeModel

/// A benchmark of several assets, rebalanced to its weights at each bar.
public enum CompositeBenchmark {
  /// Return of the benchmark in one step: Σ w_k·r_k of simple returns; as a log return ln(1 + that).
  ///
  /// NaN when a component has no return.
  public static func value(simpleReturns: [Double], weights: [Double], _ returns: BetaPolicy.Returns) -> Double {
    let simple = zip(simpleReturns, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return returns == .simple ? simple : Power.naturalLogarithm(1 + simple)
  }

  /// Returns of `benchmark` from the prices of its components, which are of one length; NaN marks a gap. Empty when a
  /// component's prices are missing.
  public static func values(
    of benchmark: Benchmark, prices: [Asset: [Double]], _ returns: BetaPolicy.Returns
  ) -> [Double] {
    let components = benchmark.components.compactMap { prices[$0.asset] }
    guard components.count == benchmark.components.count else { return [] }
    if benchmark.singleAsset != nil { return ReturnSeries.values(of: components[0], returns) }
    let simple = components.map { ReturnSeries.values(of: $0, .simple) }
    let weights = benchmark.components.map(\.weight)
    return (simple.first ?? []).indices.map { step in
      value(simpleReturns: simple.map { $0[step] }, weights: weights, returns)
    }
  }

  /// Betas of the components to the composite: β_k = Σ_l w_l·cov_kl / (wᵀ·cov·w). Their weighted sum is 1.
  ///
  /// - Parameter covariance: of the components' returns, row by row.
  public static func componentBetas(weights: [Double], covariance: [[Double]]) -> [Double] {
    let withComposite = covariance.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let variance = zip(withComposite, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return withComposite.map { $0 / variance }
  }
}
