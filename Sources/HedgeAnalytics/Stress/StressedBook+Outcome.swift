import HedgeModel

extension StressedBook {
  /// Everything the scenario does.
  var outcome: StressOutcome {
    let prices = input(at: 1)
    let after = PortfolioValuation.evaluate(prices)
    let strategies = book.figures.strategies.indices.map { strategyOutcome($0, after: after, prices: prices) }
    let path = LiquidationPath(book: self, after: after)
    return StressOutcome(
      scenario: scenario, benchmarkMove: benchmarkMove, moves: book.coins.compactMap { moves[$0] },
      strategies: strategies,
      profit: StressProfit(
        unhedged: strategies.sum(\.profit.unhedged) + unassignedProfit(prices: prices),
        hedge: strategies.sum(\.profit.hedge), funding: strategies.sum(\.profit.funding)),
      netBetaBefore: book.figures.netBeta, netBetaAfter: after.netBeta,
      accounts: zip(book.figures.accounts, after.accounts).enumerated().map { index, pair in
        StressAccountOutcome(
          id: pair.0.id, marginBefore: pair.0.normalisedRatio, marginAfter: pair.1.normalisedRatio,
          equityAfter: pair.1.equity, liquidation: path.liquidation(ofAccount: index))
      })
  }

  private func strategyOutcome(
    _ index: Int, after: PortfolioFigures, prices: ValuationInput
  ) -> StressStrategyOutcome {
    let (now, then) = (book.figures.strategies[index], after.strategies[index])
    return StressStrategyOutcome(
      name: now.name, profit: profit(of: index, after: after, prices: prices), spotValueAfter: then.spotValue,
      legNotionalAfter: then.legNotional, netBetaBefore: now.netBeta.netBeta, netBetaAfter: then.netBeta.netBeta)
  }
}

extension PortfolioFigures {
  /// Net beta of all strategies together: their beta-dollars over the sum of their denominators.
  fileprivate var netBeta: Reading<Double> {
    strategies.sum { $0.netBeta.netBeta * $0.netBeta.denominatorValue }
      .divided(by: strategies.sum(\.netBeta.denominatorValue), undefined: "no net beta: the book is worth nothing")
  }
}
