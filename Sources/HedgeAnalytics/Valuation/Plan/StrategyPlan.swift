import HedgeModel

/// One strategy with its names looked up.
struct StrategyPlan: Sendable {
  let strategy: Strategy
  let betas: BetaLookup
  let holdings: [HoldingPlan]
  let legs: [LegPlan]
  /// The coins of its holdings and legs: all there are, unless there are some in its collateral.
  let slots: CoinSlots
  /// What its drift is attributed against; unknown before the first review, and when that was incomplete.
  let drift: Reading<DriftPlan>

  init(_ strategy: Strategy, in directory: inout PlanDirectory) {
    let input = directory.input
    let betas = BetaLookup(
      strategy: strategy, benchmark: input.portfolio.benchmark, estimates: input.betas[strategy.name] ?? [:])
    self.strategy = strategy
    self.betas = betas
    holdings = strategy.holdings.map { HoldingPlan($0, betas: betas, in: &directory) }
    legs = strategy.legs.map { LegPlan($0, of: strategy, betas: betas, in: &directory) }
    slots = CoinSlots(holdings: holdings.map(\.subject.asset), legs: legs.map(\.subject.instrument.underlying))
    drift = DriftPlan.reading(of: strategy, betas: betas, in: input)
  }
}
