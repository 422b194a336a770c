import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import SeededRandom

/// A snapshot with studies of the market and of scenarios, made by the real analytics on a small made-up market.
struct RiskSample {
  /// What the coins do.
  enum Market {
    /// Coins follow the benchmark as loosely as usual.
    case calm
    /// In the end all move as one.
    case stress
    /// In the end each goes its own way.
    case decoupling
    /// In the end all but the benchmark rise by themselves: no line has held.
    case drifting
    /// Too few days for anything.
    case short
  }

  /// The book.
  var builder = SnapshotBuilder.calm
  /// What the coins do.
  var market = Market.calm
  /// Coins besides those of the book.
  var moreCoins = 2
  /// Days of history.
  var days = 240
  /// Collateral in dollars of the account the futures are in.
  var wallet: Decimal = 120_000
  /// What a name ends with.
  var suffix = ""

  static let scenarios = [
    StressScenario(name: "benchmark -30 %", kind: .benchmark, source: "test", prices: .benchmark(-0.3)),
    StressScenario(name: "benchmark +10 %", kind: .benchmark, source: "test", prices: .benchmark(0.1)),
    StressScenario(name: "benchmark +30 %", kind: .benchmark, source: "test", prices: .benchmark(0.3)),
    StressScenario(name: "correlations to 1", kind: .correlation, source: "test", prices: .correlated(-0.2)),
    StressScenario(
      name: "betas +2 s.e.", kind: .beta, source: "test", prices: .benchmark(-0.1),
      betas: BetaShock(standardErrors: 2, side: .higher)),
    StressScenario(
      name: "basis blow-out", kind: .basis, source: "test",
      basis: BasisShock(basisPoints: 150, isAgainstPosition: true)),
    StressScenario(
      name: "funding at the cap", kind: .funding, source: "test",
      funding: FundingShock(rate: 0.003, duration: .days(3), isAgainstPosition: true)),
    StressScenario(
      name: "March 2020", kind: .historical, source: "closes of 2020-03-07 to 2020-03-12",
      prices: .stated(["BTC": -0.4599, "ETH": -0.5324], benchmark: nil, others: .beta)),
  ]

  /// The snapshot with its studies.
  var snapshot: HedgeSnapshot {
    let base = builder.snapshot
    let bars = bars(last: base.now)
    var studies = Studies()
    let study = MarketStudy(of: bars, benchmark: Benchmark("BTC"), policy: BetaPolicy(), source: "simulated")
    studies.market =
      study.map { .stated($0) } ?? .unknown(UnknownReason(.notReceived, "no price history yet"))
    studies.effectiveness = Dictionary(
      uniqueKeysWithValues: base.figures.strategies.map {
        ($0.name, BookRisk.effectiveness(of: $0, bars: bars, source: "simulated"))
      })
    studies.stress = stress(base, volatilities: study?.volatilities ?? [:])
    return base.with(studies)
  }

  /// The same book before any study is made.
  var unstudied: HedgeSnapshot { builder.snapshot }

  /// Closed daily bars of a market with one factor.
  func bars(last: Timestamp) -> [Asset: [Bar]] {
    // The market the frames were recorded on.
    var random = SeededGenerator(seed: 7 &* 0x9E37_79B9_7F4A_7C15)
    let count = market == .short ? 6 : days
    let factor = (0..<count).map { _ in noise(&random) * 0.03 }
    let coins = coins
    return coins.reduce(into: [:]) { bars, coin in
      var price = 100.0
      bars[Asset(coin.0 + suffix)] = (0..<count).map { day in
        let own = noise(&random) * coin.2
        let (beta, noise) = phase(day, count, coin.1, own, isFactor: coin.2 == 0)
        price *= 1 + beta * factor[day] + noise
        return Bar(close: last - .days(Double(count - 1 - day)), price: price)
      }
    }
  }

  /// Name, beta, and noise of its own.
  private var coins: [(String, Double, Double)] {
    let named: [(String, Double, Double)] = [
      ("BTC", 1, 0), ("ETH", 1.18, 0.018), ("SOL", 1.42, 0.034), ("DOGE", 1.6, 0.05), ("XRP", 0.9, 0.04),
      ("ADA", 1.3, 0.028),
    ]
    let numbered = (0..<max(0, moreCoins - 2)).map { index -> (String, Double, Double) in
      let (beta, noise) = (Double(index % 9) / 10, Double(index % 5) / 100)
      return ("C\(index + 1)", 0.8 + beta, 0.02 + noise)
    }
    return Array((named + numbered).prefix(4 + moreCoins))
  }

  private func phase(_ day: Int, _ count: Int, _ beta: Double, _ own: Double, isFactor: Bool) -> (Double, Double) {
    guard !isFactor, day >= count - 30 else { return (beta, own) }
    switch market {
    case .calm, .short: return (beta, own)
    case .drifting: return (beta, own + 0.05)
    case .stress: return (beta, own * 0.1)
    case .decoupling: return (beta * 0.05, own)
    }
  }

  /// Nearly normal, of unit deviation, without any function whose last digit depends on the platform.
  private func noise(_ random: inout SeededGenerator) -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
  }
}

extension RiskSample {
  private func stress(_ base: HedgeSnapshot, volatilities: [Asset: Reading<Double>]) -> StressTable {
    let main = base.figures.strategies
    let spot = builder.holdings.filter { $0.account == nil }
    let markets = Dictionary(
      uniqueKeysWithValues: spot.map { (Asset($0.symbol), InstrumentID(venue: "simulated", symbol: $0.symbol)) })
    var instruments = main.flatMap(\.legs).reduce(into: [:]) { $0[$1.id.instrument] = $1.instrument }
    for (asset, id) in markets {
      instruments[id] = Instrument(
        id: id, kind: .spot, underlying: asset, quote: "USD", settlement: "USD", tickSize: 1, lotStep: 1)
    }
    let tier = MarginTiers.Tier(floor: 0, maintenanceRate: Decimal(exactly: "0.005") ?? 0)
    let tiers = MarginTiers(rule: .marginal, tiers: [tier], source: "test")
    let table = instruments.keys.reduce(into: [:]) { $0[$1] = tiers }
    let portfolio = Portfolio(
      name: base.figures.name, currency: "USD", benchmark: Benchmark("BTC"),
      strategies: main.map { strategy in
        Strategy(
          name: strategy.name,
          holdings: spot.map {
            Holding(
              asset: Asset($0.symbol), instrument: markets[Asset($0.symbol)] ?? $0.instrument, quantity: $0.quantity)
          }, legs: strategy.legs.map(\.leg), policy: strategy.policy)
      },
      accounts: builder.accounts.map {
        Account(
          id: $0.id, convention: $0.convention, balances: ["USD": $0.id.name == "coin" ? 32_506 : wallet],
          tiers: table, fees: FeeSchedule(taker: 0, maker: 0))
      }, instruments: instruments, spotMarkets: markets, conversionRates: ["USD": 1])
    return StressTesting.table(
      input(portfolio, spot, main.flatMap(\.legs), at: base.now), scenarios: Self.scenarios,
      volatilities: volatilities)
  }

  private func input(
    _ portfolio: Portfolio, _ spot: [HoldingSample], _ legs: [LegFigures], at now: Timestamp
  ) -> ValuationInput {
    var known: [InstrumentID: InstrumentMarket] = [:]
    for holding in spot {
      var market = InstrumentMarket(unknown: holding.instrument)
      if let quote = Quote(price: holding.price) { market.quote = reading(quote, now) }
      known[holding.instrument] = market
    }
    for leg in legs {
      var market = InstrumentMarket(unknown: leg.id.instrument)
      market.mark = leg.mark
      if let quote = leg.mark.value.flatMap({ Quote(price: $0) }) { market.quote = reading(quote, now) }
      known[leg.id.instrument] = market
    }
    let betas = Dictionary(
      spot.map { holding in
        let estimate = BetaEstimate(
          source: .regression, beta: holding.beta, standardError: holding.standardError ?? 0.05)
        return (Asset(holding.symbol), reading(estimate, now))
      }
    ) { first, _ in first }
    return ValuationInput(
      portfolio: portfolio, now: now, markets: MarketTable(known),
      betas: Dictionary(portfolio.strategies.map { ($0.name, betas) }) { first, _ in first })
  }

  private func reading<Value>(_ value: Value, _ now: Timestamp) -> Reading<Value> {
    switch builder.condition {
    case .fresh: .known(value, Provenance(asOf: now, source: "simulated"))
    case .stale(let age): .known(value, Provenance(asOf: now - age, source: "simulated", isStale: true))
    case .unknown: .unknown(UnknownReason(.notReceived, "no price yet"))
    }
  }
}

extension HedgeSnapshot {
  /// The snapshot with other studies.
  fileprivate func with(_ studies: Studies) -> HedgeSnapshot {
    HedgeSnapshot(
      now: now, sequence: sequence, figures: figures, feeds: feeds, alerts: alerts, log: log, histories: histories,
      recentPrices: recentPrices, dueReviews: dueReviews, decisionLocks: decisionLocks, preview: preview,
      ticket: ticket, undoable: undoable, alertPolicy: alertPolicy, attribution: attribution, studies: studies)
  }
}
