import HedgeModel

extension PortfolioTotals {
  /// The sums over these strategies.
  public init(of strategies: [StrategyFigures]) {
    let legs = strategies.lazy.flatMap(\.legs)
    let betaDollars = strategies.sum { $0.holdings.sum(\.betaDollars) + $0.legs.sum(\.betaDollars) }
    let equity = strategies.sum(\.equity)
    let gross =
      strategies.sum { $0.holdings.sum { $0.value.map(abs) } } + legs.sum { $0.notional.map(abs) }
    self.init(
      spotValue: strategies.sum(\.spotValue),
      longNotional: legs.sum { $0.notional.map { max($0, 0) } },
      shortNotional: legs.sum { $0.notional.map { min($0, 0) } },
      betaDollars: betaDollars,
      netBeta: betaDollars.divided(
        by: strategies.sum(\.netBeta.denominatorValue), undefined: "no net beta of a portfolio worth nothing"),
      netBetaOverEquity: betaDollars.divided(by: equity, undefined: "no net beta over an equity of zero"),
      driftValue: strategies.sum(\.netBeta.driftValue), unrealisedProfit: strategies.sum(\.unrealisedProfit),
      fundingPerDay: strategies.sum(\.funding.perDay), equity: equity,
      leverage: gross.divided(by: equity, undefined: "no leverage on an equity of zero"))
  }
}
