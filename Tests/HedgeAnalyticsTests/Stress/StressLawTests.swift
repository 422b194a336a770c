import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct StressLawTests {
  static let volatilities: [Asset: Reading<Double>] = ["BTC": .stated(0.6), "ETH": .stated(0.8), "SOL": .stated(1.1)]

  /// One of each kind.
  static let scenarios: [StressScenario] = [
    .benchmark(-0.2), .correlated(-0.2), .benchmark(0.1, betas: BetaShock(standardErrors: 2, side: .against)),
    .basis(150), .funding(0.0075), .stated(["BTC": 0.3, "SOL": -0.4]),
    .stated(
      ["BTC": -0.1], others: .unmoved, basis: BasisShock(basisPoints: -80, isAgainstPosition: false),
      funding: FundingShock(rate: -0.003, duration: .days(2), isAgainstPosition: false)),
  ]

  @Test("nothing that moves by nothing gains or loses", arguments: 0..<20)
  func zeroMove(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let book = AttributionTests.book(&generator)
    for scenario in [StressScenario.benchmark(0), .stated([:], benchmark: 0), .basis(0), .funding(0), .correlated(0)] {
      let outcome = try StressGoldenTests.outcome(book, scenario, volatilities: Self.volatilities)
      #expect(outcome.profit.unhedged.value == 0 && outcome.profit.hedge.value == 0, "\(scenario)")
      #expect(outcome.profit.hedged.value == 0)
      if case .correlated = scenario.prices { continue }
      let before = try #require(outcome.netBetaBefore.value)
      #expect(outcome.netBetaAfter.isClose(to: before))
    }
  }

  @Test("at scale 0 the figures are those of the live book, whatever the scenario", arguments: 0..<scenarios.count)
  func scaleZero(index: Int) {
    var generator = SeededGenerator(seed: 5)
    let book = AttributionTests.book(&generator)
    let figures = StressTesting.figures(
      book.input, under: Self.scenarios[index], scale: 0, volatilities: Self.volatilities)
    #expect(figures == book.evaluate())
  }

  @Test("the parts of the profit are the change of all that is owned: holdings, wallets and what legs have gained")
  func addsUp() throws {
    var generator = SeededGenerator(seed: 8)
    for round in 0..<40 {
      let book = AttributionTests.book(&generator)
      func worth(_ figures: PortfolioFigures) -> Double? {
        let spot = figures.strategies[0].holdings.filter { $0.origin == .spot }.compactMap(\.value.value).reduce(0, +)
        return figures.accounts[0].equity.value.map { $0 + spot }
      }
      for scenario in Self.scenarios {
        let outcome = try StressGoldenTests.outcome(book, scenario, volatilities: Self.volatilities)
        let after = StressTesting.figures(book.input, under: scenario, volatilities: Self.volatilities)
        let (now, then) = (try #require(worth(book.evaluate())), try #require(worth(after)))
        let change = then - now
        let profit = try #require(outcome.profit.hedged.value, "round \(round): \(scenario)")
        #expect(abs(profit - change) < 1e-9 * 100_000, "round \(round): \(scenario.name) \(profit), \(change)")
      }
    }
  }

  @Test("the profit of a linear book is linear in the move: a hedge that halves a loss halves the gain")
  func linear() throws {
    let book = StressMoveTests.three()
    let profits = try [-0.2, -0.1, 0.1, 0.2].map {
      try #require(StressGoldenTests.outcome(book, .benchmark($0)).profit.hedged.value)
    }
    #expect(isClose(profits[0], 2 * profits[1]) && isClose(profits[0], -profits[3]) && isClose(profits[1], -profits[2]))
  }

  @Test("a missing price, mark or beta makes unknown what needs it, with the reason, and never zero")
  func unknowns() throws {
    var book = StressMoveTests.three()
    book.missingMarkets = [Book.spot("SOL")]
    var outcome = try StressGoldenTests.outcome(book, .benchmark(-0.1))
    #expect(outcome.profit.unhedged.value == nil && outcome.profit.hedge.value != nil)
    #expect(outcome.netBetaAfter.value == nil && !outcome.unknowns.isEmpty)
    book = StressMoveTests.three()
    book.missingMarkets = [Book.perpetual("BTC")]
    outcome = try StressGoldenTests.outcome(book, .benchmark(-0.1))
    #expect(outcome.profit.unhedged.value != nil && outcome.profit.hedge.value == nil)
    #expect(outcome.accounts[0].marginAfter.value == nil && outcome.accounts[0].liquidation.value == nil)
    #expect(outcome.firstLiquidation.value == nil)
    book = StressMoveTests.three()
    book.betas["ETH"] = nil
    outcome = try StressGoldenTests.outcome(book, .benchmark(-0.1))
    #expect(outcome.moves[1].move.unknownReason?.detail == "no beta of ETH yet")
    #expect(outcome.profit.unhedged.value == nil && outcome.profit.hedge.value != nil)
    #expect(outcome.accounts[0].marginAfter.value != nil)
  }

  @Test("a stale price makes stale what is built on it, and only that")
  func stale() throws {
    var book = StressMoveTests.three()
    book.staleMarkets = [Book.perpetual("SOL")]
    let outcome = try StressGoldenTests.outcome(book, .benchmark(-0.1))
    #expect(outcome.profit.hedge.isStale && outcome.profit.hedged.isStale && outcome.accounts[0].marginAfter.isStale)
    #expect(outcome.profit.unhedged.isFresh)
  }

  @Test("a linear leg needs no entry price to tell its profit; its margin does")
  func noEntry() throws {
    var book = NetBetaValuationTests.bitcoin()
    book.strategies[0] = book.strategies[0].with(legs: [Book.leg("BTC", -2)])
    let outcome = try StressGoldenTests.outcome(book, .benchmark(-0.1))
    #expect(outcome.profit.hedge.isClose(to: 13_000))
    #expect(outcome.accounts[0].marginAfter.value == nil)
  }

  @Test("the worst row is the one that loses most, unknown rows aside")
  func worst() {
    let table = StressTesting.table(
      StressMoveTests.three().input, scenarios: [.benchmark(0.1), .benchmark(-0.1), .correlated(-0.5)])
    // Beta-dollars of 120,000 − 80,000 − 100,000: the book is short, and loses when the benchmark rises.
    #expect(table.worst?.scenario == .benchmark(0.1))
    #expect(table.outcomes.count == 3 && table.currency == "USD" && table.now == Book.now)
  }
}
