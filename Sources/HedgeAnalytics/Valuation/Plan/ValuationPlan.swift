import HedgeModel

/// A portfolio with its names looked up: where each price stands in the market table, which beta, margin tiers,
/// payments and prices of the last review belong to each position.
///
/// It stands on what does not change from one second to the next, so that a refresh reads lists by number instead of
/// looking up thousands of names. A reference, because every figure is handed it.
final class ValuationPlan: Sendable {
  let portfolio: Portfolio
  /// The spot markets whose prices the positions are valued at.
  let markets: [SpotMarket]
  let strategies: [StrategyPlan]
  private let layout: MarketTable.Layout
  private let dayAgoPrices: [InstrumentID: Double]
  private let betas: [String: [Asset: Reading<BetaEstimate>]]
  private let accruedFunding: [LegID: AccruedFunding]
  private let baselines: [String: ReviewBaseline]

  /// The plan for `input`, and for every input that differs from it by the time and the values of markets only.
  init(_ input: ValuationInput) {
    var directory = PlanDirectory(input)
    strategies = input.portfolio.strategies.map { StrategyPlan($0, in: &directory) }
    markets = directory.markets
    portfolio = input.portfolio
    layout = input.markets.layout
    dayAgoPrices = input.dayAgoPrices
    betas = input.betas
    accruedFunding = input.accruedFunding
    baselines = input.baselines
  }

  /// True when the plan for `input` is this one. What is shared and not merely equal is compared in no time.
  func holds(for input: ValuationInput) -> Bool {
    layout === input.markets.layout && portfolio == input.portfolio && dayAgoPrices == input.dayAgoPrices
      && betas == input.betas && accruedFunding == input.accruedFunding && baselines == input.baselines
  }
}
