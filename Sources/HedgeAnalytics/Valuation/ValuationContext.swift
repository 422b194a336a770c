import HedgeModel

/// Prices and rates of one valuation, in the portfolio's currency. A reference, because every figure is handed it.
final class ValuationContext: Sendable {
  let input: ValuationInput
  let plan: ValuationPlan
  let portfolio: Portfolio
  /// The prices of the plan's spot markets.
  let prices: [Reading<Double>]

  init(_ input: ValuationInput, by plan: ValuationPlan) {
    self.input = input
    self.plan = plan
    portfolio = input.portfolio
    prices = plan.markets.indices.map { plan.markets[$0].price(in: input.markets) }
  }

  /// True when `asset` has a stated value: it is cash, not exposure.
  func isCash(_ asset: Asset) -> Bool { portfolio.conversionRate(of: asset) != nil }

  /// A price whose place is known.
  func price(_ source: PriceSource) -> Reading<Double> {
    switch source {
    case .fixed(let price): price
    case .market(let number): prices[number]
    }
  }

  /// Value of one unit of a coin or currency: its stated rate, or the price of its spot market.
  func price(of asset: Asset) -> Reading<Double> {
    if let rate = portfolio.conversionRate(of: asset) { return .stated(rate) }
    return portfolio.spotMarkets[asset].map(spotPrice(of:)) ?? portfolio.withoutSpotMarket(asset)
  }

  /// Price of a spot market.
  func spotPrice(of id: InstrumentID) -> Reading<Double> { SpotMarket(id, in: input).price(in: input.markets) }

  /// Move of a spot market's price since 24 hours before, a fraction.
  func change(of id: InstrumentID, price: Reading<Double>) -> Reading<Double> {
    SpotMarket(id, in: input).change(of: price)
  }

  /// The mark price of a leg's future.
  func mark(of leg: LegPlan) -> Reading<Double> {
    leg.place.map { input.markets.values[$0].mark } ?? leg.unknownMarket.mark
  }

  /// The index of a leg's underlying.
  func index(of leg: LegPlan) -> Reading<Double> {
    leg.place.map { input.markets.values[$0].index } ?? leg.unknownMarket.index
  }

  /// The current funding rate of a leg's future.
  func funding(of leg: LegPlan) -> Reading<FundingRate> {
    leg.place.map { input.markets.values[$0].funding } ?? leg.unknownMarket.funding
  }

  /// The betas as one strategy of an account sees them.
  func betas(of group: AccountState.Group) -> BetaLookup { plan.strategies[group.strategy].betas }
}
