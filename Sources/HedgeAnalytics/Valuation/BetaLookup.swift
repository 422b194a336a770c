import HedgeModel

/// Betas as one strategy sees them: what the user states, then one for the benchmark itself, then what is estimated.
public struct BetaLookup: Sendable {
  private let overrides: [Asset: Double]
  private let benchmark: Asset?
  private let estimates: [Asset: Reading<BetaEstimate>]

  /// The betas of `strategy` against `benchmark`.
  public init(strategy: Strategy, benchmark: Benchmark, estimates: [Asset: Reading<BetaEstimate>]) {
    self.overrides = strategy.policy.beta.overrides
    self.benchmark = benchmark.singleAsset
    self.estimates = estimates
  }

  /// Betas that are stated, as of a recorded path.
  public init(stated betas: [Asset: Double]) {
    overrides = betas
    benchmark = nil
    estimates = [:]
  }

  /// Beta of `asset`; unknown (not received) while there is no estimate.
  public func beta(of asset: Asset) -> Reading<BetaEstimate> {
    if !overrides.isEmpty, let stated = overrides[asset] {
      return .stated(BetaEstimate(source: .override, beta: stated))
    }
    if asset == benchmark {
      return .stated(BetaEstimate(source: .identity, beta: 1, standardError: 0, neweyWestError: 0))
    }
    return estimates[asset] ?? .unknown(UnknownReason(.notReceived, "no beta of \(asset) yet"))
  }
}
