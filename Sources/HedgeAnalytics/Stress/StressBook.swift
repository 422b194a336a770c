import HedgeModel

/// A book as it stands, and what every scenario needs to know of it.
struct StressBook {
  let input: ValuationInput
  let figures: PortfolioFigures
  let volatilities: [Asset: Reading<Double>]
  /// The coins whose price can move: held, underlying a leg, in a wallet, or part of the benchmark. By name.
  let coins: [Asset]
  /// Value of each coin held, less what is short of it: holdings, coin collateral and legs of all strategies.
  let netValues: [Asset: Reading<Double>]
  /// Signed size of the book's position in each future, in the unit of its size.
  let netSizes: [InstrumentID: Double]
  private let betas: [(names: Set<Asset>, lookup: BetaLookup)]

  var portfolio: Portfolio { input.portfolio }
  var legs: [LegFigures] { figures.strategies.flatMap(\.legs) }

  init(_ input: ValuationInput, volatilities: [Asset: Reading<Double>]) {
    let figures = PortfolioValuation.evaluate(input)
    let portfolio = input.portfolio
    var sizes: [InstrumentID: Double] = [:]
    var values: [Asset: ReadingSum] = [:]
    for strategy in figures.strategies {
      for holding in strategy.holdings { values[holding.asset, default: ReadingSum()].add(holding.value) }
      for leg in strategy.legs {
        values[leg.instrument.underlying, default: ReadingSum()].add(leg.notional)
        sizes[leg.leg.instrument, default: 0] += leg.leg.contractsValue * leg.instrument.multiplierValue
      }
    }
    let named = Set(values.keys).union(portfolio.spotMarkets.keys).union(portfolio.benchmark.components.map(\.asset))
      .union(portfolio.accounts.flatMap(\.balances.keys))
    self.input = input
    self.figures = figures
    self.volatilities = volatilities
    coins = named.filter { portfolio.conversionRate(of: $0) == nil }.sorted()
    netValues = values.mapValues(\.reading)
    netSizes = sizes
    betas = zip(portfolio.strategies, figures.strategies).map { strategy, figures in
      let names = figures.holdings.map(\.asset) + figures.legs.map(\.instrument.underlying)
      let lookup = BetaLookup(
        strategy: strategy, benchmark: portfolio.benchmark, estimates: input.betas[strategy.name] ?? [:])
      return (Set(names), lookup)
    }
  }

  /// The beta a coin's price moves by: a price is the same for all, so where strategies estimate it differently that of
  /// the first one with the coin counts.
  func beta(of asset: Asset) -> Reading<BetaEstimate> {
    let entry = betas.first { $0.names.contains(asset) } ?? betas.first
    return entry?.lookup.beta(of: asset) ?? .unknown(UnknownReason(.notConfigured, "no strategy is configured"))
  }

  /// σ_i/σ_b: what β is when the correlation is one. σ of a composite benchmark is then Σ w·σ.
  func volatilityRatio(of asset: Asset) -> Reading<Double> {
    if asset == portfolio.benchmark.singleAsset { return .stated(1) }
    let benchmark = portfolio.benchmark.components.sum { component in
      volatility(of: component.asset).map { $0 * component.weight }
    }
    return volatility(of: asset).divided(
      by: benchmark, undefined: "the benchmark did not move, so nothing scales to it")
  }

  private func volatility(of asset: Asset) -> Reading<Double> {
    volatilities[asset] ?? .unknown(UnknownReason(.notReceived, "no realised volatility of \(asset)"))
  }
}
