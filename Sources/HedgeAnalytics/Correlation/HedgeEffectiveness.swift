import HedgeModel

/// What a hedge takes off the risk of a book: 1 − Var(hedged)/Var(unhedged).
public struct HedgeEffectiveness: Hashable, Sendable {
  /// Realised volatility of the unhedged book a year (n − 1).
  public let volatilityUnhedged: Double
  /// Realised volatility of the hedged book a year (n − 1).
  public let volatilityHedged: Double
  /// 1 − Var(hedged)/Var(unhedged): 1 is a perfect hedge, 0 none, below 0 one that adds risk.
  public let effectiveness: Double
  /// Steps at which both have a return.
  public let observations: Int

  /// The effectiveness of `returns` on bars of `interval`.
  ///
  /// Unknown with fewer than `minimumObservations` steps (at least two), or when the unhedged book did not move.
  public static func measure(
    _ returns: BookReturns, _ interval: BetaPolicy.BarInterval, minimumObservations: Int = 10,
    provenance: Provenance = .stated
  ) -> Reading<HedgeEffectiveness> {
    let pairs = PairedReturns(benchmark: returns.unhedged, asset: returns.hedged)
    let minimum = max(minimumObservations, 2)
    guard pairs.count >= minimum, let unhedged = RealisedVolatility.annualised(pairs.benchmark, interval),
      let hedged = RealisedVolatility.annualised(pairs.asset, interval)
    else {
      return .unknown(
        UnknownReason(.tooFewObservations, "\(pairs.count) of at least \(minimum) returns of the book"))
    }
    guard unhedged > 0 else { return .unknown(UnknownReason(.undefined, "the unhedged book did not move")) }
    let ratio = hedged / unhedged
    return .known(
      HedgeEffectiveness(
        volatilityUnhedged: unhedged, volatilityHedged: hedged, effectiveness: 1 - ratio * ratio,
        observations: pairs.count),
      provenance)
  }
}
