import HedgeAnalytics

/// A beta estimate as JSON; what an override or the benchmark itself does not have is null.
struct BetaReport: Encodable, Sendable {
  let source: String
  let beta: Double
  let alpha: Double?
  let se: Double?
  let hacSe: Double?
  let r2: Double?
  let corr: Double?
  let n: Int?

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
