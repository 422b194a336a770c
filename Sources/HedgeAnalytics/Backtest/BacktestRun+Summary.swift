import HedgeModel

extension BacktestRun {
  /// The summary of the rows so far, at least two.
  func summary() -> BacktestSummary {
    let values = rows.map(\.value)
    let unhedged = zip(values, values.dropFirst()).map { $1 / $0 - 1 }
    let hedged = rows.dropFirst().map(\.hedgedReturn)
    let (first, last) = (rows[0], rows[rows.count - 1])
    let deviations = (
      unhedged: RealisedVolatility.deviation(unhedged) ?? .nan,
      hedged: RealisedVolatility.deviation(hedged) ?? .nan
    )
    let year = BetaPolicy.BarInterval.day.barsPerYear.squareRoot()
    return BacktestSummary(
      days: rows.count, rebalances: rows.dropFirst().count(where: \.isTraded), turnover: turnover,
      volatilityUnhedged: deviations.unhedged * year, volatilityHedged: deviations.hedged * year,
      maximumDrawdownUnhedged: Self.maximumDrawdown(values),
      maximumDrawdownHedged: Self.maximumDrawdown(rows.map(\.hedgedIndex)), indexHedgedEnd: last.hedgedIndex,
      indexUnhedgedEnd: last.value / first.value, finalUnhedged: last.value, finalEquity: last.equity,
      hedgeProfit: rows.reduce(0) { $0 + $1.hedgeProfit }, fundingReceived: rows.reduce(0) { $0 + $1.funding },
      fees: rows.reduce(0) { $0 + $1.fee }, betaUnhedged: slope(of: unhedged), betaHedged: slope(of: hedged),
      varianceReduction: MinimumVarianceHedge.effectiveness(
        hedgedVariance: deviations.hedged * deviations.hedged,
        unhedgedVariance: deviations.unhedged * deviations.unhedged),
      smallestGapToBand: rows.dropFirst().dropLast().map(gapToBand).min() ?? .nan)
  }

  private func gapToBand(_ row: BacktestRow) -> Double {
    abs(abs(NetBeta.drift(net: row.netBetaBefore, target: input.target)) - input.band)
  }

  private func slope(of returns: [Double]) -> Double {
    let prices = input.prices[input.benchmark].map { Array($0[input.start...input.end]) } ?? []
    let benchmark = ReturnSeries.values(of: prices, .simple)
    return OrdinaryLeastSquares.fit(PairedReturns(benchmark: benchmark, asset: returns))?.slope ?? .nan
  }

  private static func maximumDrawdown(_ series: [Double]) -> Double {
    var (peak, worst) = (-Double.infinity, 0.0)
    for value in series {
      peak = max(peak, value)
      worst = max(worst, 1 - value / peak)
    }
    return worst
  }
}
