import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// What studies are made of: the inputs and figures of one instant, the bars and payments behind them.
struct StudySource {
  /// What the figures were computed from.
  let input: ValuationInput
  /// The figures.
  let figures: PortfolioFigures
  /// Closed bars.
  let bars: BarBook
  /// Past funding payments of each perpetual.
  let stamps: [InstrumentID: Reading<FundingStamps>]
  /// What may happen.
  let scenarios: [StressScenario]
  /// Order books where the feed gives them.
  let books: [InstrumentID: Reading<OrderBook>]

  private var portfolio: Portfolio { input.portfolio }

  /// The policy the market is looked at by: the first strategy's.
  private var policy: BetaPolicy { portfolio.strategies.first?.policy.beta ?? BetaPolicy() }

  private var history: [Asset: [Bar]] {
    let still = RegimeDesk.coinsAtRest(in: portfolio)
    return portfolio.spotMarkets.filter { !still.contains($0.key) }
      .mapValues { bars.bars(of: $0, policy.interval) }
  }

  private var source: String { portfolio.spotMarkets.values.min()?.venue ?? "history" }

  private func byStrategy<Value>(_ value: (StrategyFigures) -> Value?) -> [String: Value] {
    figures.strategies.reduce(into: [:]) { $0[$1.name] = value($1) }
  }
}

extension StudySource {
  /// How the coins move.
  var market: Reading<MarketStudy> {
    MarketStudy(of: history, benchmark: portfolio.benchmark, policy: policy, source: source).map { .stated($0) }
      ?? .unknown(UnknownReason(.notReceived, "no price history yet"))
  }

  /// How much each hedge takes off the risk.
  var effectiveness: [String: Reading<HedgeEffectiveness>] {
    byStrategy { strategy in
      let interval = strategy.policy.beta.interval
      let history = portfolio.spotMarkets.mapValues { bars.bars(of: $0, interval) }
      return BookRisk.effectiveness(of: strategy, bars: history, source: source)
    }
  }

  /// What the scenarios would do.
  var stress: StressTable {
    StressTesting.table(input, scenarios: scenarios, volatilities: volatilities)
  }

  private var volatilities: [Asset: Reading<Double>] {
    let history = history
    guard let last = history.values.compactMap(\.last?.close).max() else { return [:] }
    let provenance = Provenance(asOf: last, source: source)
    return history.reduce(into: [:]) { volatilities, coin in
      let returns = ReturnSeries.window(
        coin.value, last: last, lookback: policy.lookback, interval: policy.interval, policy.returns)
      volatilities[coin.key] = RealisedVolatility.reading(returns, of: coin.key, policy, provenance)
    }
  }
}

extension StudySource {
  private var carryMarket: CarryMarket { CarryMarket(stamps: stamps, accounts: portfolio.accounts) }

  private func terms(of strategy: StrategyFigures) -> HedgePriceTerms {
    HedgePriceTerms(
      holdingPeriod: strategy.policy.holdingPeriod, averagingWindow: strategy.policy.costs.averagingWindow,
      drop: strategy.policy.costs.drop)
  }

  /// The yields of all futures.
  var carry: [InstrumentCarry] {
    let rates = portfolio.strategies.reduce(into: [Asset: Double]()) { rates, strategy in
      for holding in strategy.holdings where holding.quantity < 0 { rates[holding.asset] = strategy.borrowRate }
    }
    return InstrumentCarry.all(in: figures, market: carryMarket) {
      CarryTerms(averagingWindow: $0.policy.costs.averagingWindow, borrowRates: rates)
    }
  }

  /// What holding each hedge costs.
  var prices: [String: HedgePriceFigures] {
    byStrategy { HedgePricing.figures(of: $0, terms: terms(of: $0), market: carryMarket, at: input.now) }
  }

  /// Each hedge in each of its futures.
  var alternatives: [String: [HedgeAlternatives]] {
    byStrategy { HedgeAlternatives.all(of: $0, terms: terms(of: $0), market: carryMarket, at: input.now) }
  }

  /// The same money otherwise.
  var comparisons: [String: Reading<[ComparisonRow]>] {
    byStrategy { strategy in
      ComparisonBook.reading(of: strategy, benchmark: portfolio.benchmark).map { HedgeComparison.rows($0) }
    }
  }
}

extension StudySource {
  /// The trades as tickets.
  var tickets: [String: Reading<TradeTicket>] {
    byStrategy { TicketPlanning.ticket(input, strategy: $0.name, books: books) }
  }

  /// Whether they are worth it: until the next review, at the benchmark's volatility.
  var rebalances: [String: RebalanceFigures] {
    let volatilities = volatilities
    let missing = UnknownReason(.undefined, "a composite benchmark has no price history of its own")
    let volatility = portfolio.benchmark.singleAsset.flatMap { volatilities[$0] } ?? .unknown(missing)
    return byStrategy { strategy in
      RebalanceFigures(
        of: strategy, books: books, benchmarkVolatility: volatility,
        horizon: strategy.policy.review.interval ?? .days(1),
        riskAversion: strategy.policy.costs.riskAversion)
    }
  }

  /// The transitions planned: what is left of each.
  var transitions: [String: Reading<TransitionPlan>] {
    portfolio.strategies.reduce(into: [:]) { plans, strategy in
      guard let intent = strategy.transition,
        let own = figures.strategies.first(where: { $0.name == strategy.name })
      else { return }
      plans[strategy.name] = TransitionPlanning.plan(intent, of: own, in: input)
    }
  }
}
