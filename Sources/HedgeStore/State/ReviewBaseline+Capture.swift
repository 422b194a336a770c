import HedgeAnalytics
import HedgeModel

extension ReviewBaseline {
  /// A strategy as it stands in `input`. What is not known fresh there is left out: nothing can be attributed to it.
  init(capturing strategy: Strategy, from input: ValuationInput, at instant: Timestamp) {
    let estimates = input.betas[strategy.name] ?? [:]
    self.init(
      at: instant, strategy: strategy,
      prices: input.markets.compactMapValues { $0.mark.freshValue ?? $0.quote.freshValue?.price },
      betas: estimates.compactMapValues { $0.freshValue?.beta },
      fundingRates: input.markets.compactMapValues { $0.funding.freshValue?.rate },
      balances: Dictionary(
        input.portfolio.accounts.map { ($0.id, $0.balances) }, uniquingKeysWith: { first, _ in first }))
  }
}
