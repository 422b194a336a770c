import HedgeAnalytics

/// A beta estimate as JSON; what an override or the benchmark itself does not have is null.
struct BetaReport: Encodable, Sendable {
  let source: String
  let beta: Double
  @Nullable var alpha: Double?
  @Nullable var se: Double?
  @Nullable var hacSe: Double?
  @Nullable var r2: Double?
  @Nullable var corr: Double?
  @Nullable var n: Int?

  init(_ estimate: BetaEstimate) {
    source = estimate.source.rawValue
    beta = estimate.beta
    alpha = estimate.alpha
    se = estimate.standardError
    hacSe = estimate.neweyWestError
    r2 = estimate.rSquared
    corr = estimate.correlation
    n = estimate.observations
  }
}
