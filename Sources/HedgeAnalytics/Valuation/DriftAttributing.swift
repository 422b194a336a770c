import HedgeModel

/// Tells what moved the drift since the last review.
///
/// The inputs of then are replaced by those of now one sort at a time, prices, fills, betas, target; each part is the
/// step of the drift at its replacement, so the parts add up to the whole.
enum DriftAttributing {
  static func attribution(of state: StrategyState, in context: ValuationContext) -> Reading<DriftAttribution> {
    switch state.plan.drift {
    case .unknown(let reason): return .unknown(reason)
    case .known(let plan, _):
      guard let parts = parts(of: state, since: plan, in: context) else {
        return .unknown(.incompleteReview(of: state.strategy))
      }
      return state.drift.map { _ in parts }
    }
  }

  private static func parts(
    of state: StrategyState, since plan: DriftPlan, in context: ValuationContext
  ) -> DriftAttribution? {
    let (markets, shares) = (context.input.markets, state.walletShares)
    guard let then = plan.then.steps(markets, shares: shares),
      let now = plan.now.map({ $0.steps(markets, shares: shares) }) ?? then,
      let start = then.start.drift(target: plan.target),
      let afterPrices = then.afterPrices.drift(target: plan.target),
      let afterFills = now.afterPrices.drift(target: plan.target),
      let afterBetas = now.afterBetas.drift(target: plan.target),
      let end = now.afterBetas.drift(target: state.targetLine)
    else { return nil }
    return DriftAttribution(
      since: plan.since, prices: afterPrices - start, fills: afterFills - afterPrices,
      betas: afterBetas - afterFills, target: end - afterBetas)
  }
}
