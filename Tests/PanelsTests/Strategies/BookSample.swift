import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport

/// A book of strategies of several kinds: a hedge, a basket, a pair off its target, a carry, and leverage beyond five.
struct BookSample {
  /// What is known of the market.
  var condition = SnapshotBuilder.Condition.fresh
  /// What the capital is stated to be; nil for the equity.
  var capital: Decimal?
  /// How many strategies.
  var count = 5

  /// The snapshot of the book.
  var snapshot: HedgeSnapshot {
    var builder = SnapshotBuilder.calm
    builder.condition = condition
    let base = builder.snapshot
    let strategies = Array(strategies(base).prefix(count))
    let totals = PortfolioTotals(of: strategies)
    let figures = base.figures
    let stated = Portfolio(
      name: figures.name, currency: figures.currency, benchmark: figures.benchmark, strategies: [], accounts: [],
      instruments: [:], spotMarkets: [:], capital: capital)
    return HedgeSnapshot(
      now: base.now, sequence: 1,
      figures: PortfolioFigures(
        now: figures.now, name: figures.name, currency: figures.currency, benchmark: figures.benchmark,
        benchmarkPrice: figures.benchmarkPrice, benchmarkChange: figures.benchmarkChange, strategies: strategies,
        totals: totals, allocation: AllocationFigures(of: stated, strategies: strategies, equity: totals.equity),
        accounts: figures.accounts),
      feeds: base.feeds, log: base.log, histories: base.histories, recentPrices: base.recentPrices,
      dueReviews: ["ETH against SOL": [.benchmarkMove(0.061), .interval(since: base.now - .hours(26))]])
  }

  private func strategies(_ base: HedgeSnapshot) -> [StrategyFigures] {
    let main = base.figures.strategies[0]
    let perpetual = Array(main.legs.prefix(2))
    return [
      main.with(name: "Core hedge", stance: .defensive),
      main.with(
        name: "Layer ones", kind: .basket, legs: [turned(main.legs[1], "8"), perpetual[0]], leverage: 0.9,
        denominator: .grossLongValue, value: 28_113.6, net: 0.012, target: 0),
      main.with(
        name: "ETH against SOL", kind: .pair, legs: [turned(main.legs[1], "6"), perpetual[0]], leverage: 1.4,
        denominator: .grossLongValue, value: 21_085.2, net: -0.082, target: 0),
      main.with(
        name: "Carry", kind: .cashAndCarry, holdings: Array(main.holdings.prefix(1)), legs: [main.legs[2]],
        leverage: 1.1, denominator: .spotValue, value: 195_037.5, net: 0.011, target: 0),
      main.with(
        name: "More ETH", kind: .leveragedLong, legs: [turned(main.legs[1], "45")], aim: .netBeta(6), leverage: 6.17,
        denominator: .equity, value: 31_000, net: 6.02, target: 6),
    ]
  }

  /// A short leg as a long one of other contracts: what liquidates it lies as far below as it lay above.
  private func turned(_ leg: LegFigures, _ contracts: String) -> LegFigures {
    let count = Decimal(string: contracts) ?? 0
    return LegFigures(
      id: leg.id,
      leg: Leg(
        instrument: leg.id.instrument, account: leg.id.account, contracts: count, entryPrice: 3590, leverage: 5),
      instrument: leg.instrument, mark: leg.mark, notional: leg.mark.map { $0 * count.inexact }, beta: leg.beta,
      betaDollars: leg.betaDollars.map(abs), contribution: leg.contribution.map(abs),
      unrealisedProfit: leg.unrealisedProfit.map { -$0 }, basis: leg.basis, annualisedBasis: leg.annualisedBasis,
      funding: leg.funding, maintenanceMargin: leg.maintenanceMargin, initialMargin: leg.initialMargin,
      liquidationPrice: leg.mark.combined(with: leg.liquidationPrice) { 2 * $0 - $1 },
      liquidationDistance: leg.liquidationDistance.map { -$0 })
  }
}

extension StrategyFigures {
  /// The figures under another name.
  fileprivate func with(name: String, stance: HedgePolicy.Stance) -> StrategyFigures {
    StrategyFigures(
      name: name, kind: kind,
      policy: HedgePolicy(aim: policy.aim, stance: stance, band: policy.band, mode: policy.mode), holdings: holdings,
      legs: legs, equity: equity, leverage: leverage, spotValue: spotValue, spotChange: spotChange,
      legNotional: legNotional, unrealisedProfit: unrealisedProfit, netBeta: netBeta, funding: funding,
      suggestions: suggestions, suggestionsUnavailable: suggestionsUnavailable)
  }

  /// A strategy of another kind with a few figures of its own, as fresh or as old as these are.
  fileprivate func with(
    name: String, kind: Strategy.Kind, holdings: [HoldingFigures] = [], legs: [LegFigures],
    aim: HedgePolicy.Aim? = nil, leverage: Double, denominator: NetBetaFigures.Denominator, value: Double,
    net: Double, target: Double
  ) -> StrategyFigures {
    func reading(_ number: Double) -> Reading<Double> { spotValue.map { _ in number } }
    func sum(_ readings: [Reading<Double>]) -> Reading<Double> {
      spotValue.map { _ in readings.reduce(0) { $0 + ($1.value ?? 0) } }
    }
    let drift = net - target
    var verdict = netBeta.verdict
    if case .inBand = verdict, abs(drift) > policy.band { verdict = .breach }
    return StrategyFigures(
      name: name, kind: kind, policy: HedgePolicy(aim: aim ?? .hedgeRatio(1), band: policy.band, mode: policy.mode),
      holdings: holdings, legs: legs, equity: reading(value), leverage: reading(leverage),
      spotValue: holdings.isEmpty ? .stated(0) : reading(value), spotChange: spotChange,
      legNotional: sum(legs.map(\.notional)),
      unrealisedProfit: sum(legs.map(\.unrealisedProfit)),
      netBeta: NetBetaFigures(
        denominator: denominator, denominatorValue: reading(value), spotBeta: reading(1.18), netBeta: reading(net),
        netBetaOverEquity: reading(net), target: reading(target), drift: reading(drift),
        driftValue: reading(drift * value), achievedHedgeRatio: reading(0.98), driftStandardError: reading(0.02),
        isWithinNoise: spotValue.map { _ in false }, band: policy.band, verdict: verdict,
        attribution: netBeta.attribution), funding: funding, suggestions: [],
      suggestionsUnavailable: suggestionsUnavailable)
  }
}
