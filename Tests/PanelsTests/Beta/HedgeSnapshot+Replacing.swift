import HedgeAnalytics
import HedgeStore

extension HedgeSnapshot {
  /// The snapshot with other suggestions in its first strategy.
  func replacing(suggestions: [TradeSuggestion]) -> HedgeSnapshot {
    let strategies = figures.strategies.map { old in
      StrategyFigures(
        name: old.name, kind: old.kind, policy: old.policy, holdings: old.holdings, legs: old.legs,
        equity: old.equity, leverage: old.leverage,
        spotValue: old.spotValue, spotChange: old.spotChange, legNotional: old.legNotional,
        unrealisedProfit: old.unrealisedProfit, netBeta: old.netBeta, funding: old.funding, suggestions: suggestions,
        suggestionsUnavailable: nil)
    }
    return HedgeSnapshot(
      now: now, sequence: sequence,
      figures: PortfolioFigures(
        now: now, name: figures.name, currency: figures.currency, benchmark: figures.benchmark,
        benchmarkPrice: figures.benchmarkPrice, benchmarkChange: figures.benchmarkChange, strategies: strategies,
        totals: figures.totals, allocation: figures.allocation,
        accounts: figures.accounts), feeds: feeds)
  }
}
