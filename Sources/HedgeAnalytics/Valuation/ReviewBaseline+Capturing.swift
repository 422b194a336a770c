import FoundationEssentials
import HedgeModel

extension ReviewBaseline {
  /// `strategy` as it stands in `input` at `instant`: every price, beta, funding rate and wallet balance that is known.
  public init(capturing strategy: Strategy, from input: ValuationInput, at instant: Timestamp) {
    let lookup = BetaLookup(
      strategy: strategy, benchmark: input.portfolio.benchmark, estimates: input.betas[strategy.name] ?? [:])
    var prices: [InstrumentID: Double] = [:]
    var rates: [InstrumentID: Double] = [:]
    for (id, market) in zip(input.markets.layout.instruments, input.markets.values) {
      let isFuture = input.portfolio.instruments[id]?.isFuture ?? false
      prices[id] = isFuture ? market.mark.value : market.quote.value?.price
      rates[id] = market.funding.value?.rate
    }
    let assets = Set(input.portfolio.spotMarkets.keys).union(strategy.holdings.map(\.asset))
      .union(strategy.legs.compactMap { input.portfolio.instruments[$0.instrument]?.underlying })
    self.init(
      at: instant, strategy: strategy, prices: prices,
      betas: assets.reduce(into: [:]) { $0[$1] = lookup.beta(of: $1).value?.beta }, fundingRates: rates,
      balances: Dictionary(input.portfolio.accounts.map { ($0.id, $0.balances) }) { first, _ in first })
  }
}
