import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct StressGoldenTests {
  static func outcome(
    _ book: Book, _ scenario: StressScenario, volatilities: [Asset: Reading<Double>] = [:]
  ) throws -> StressOutcome {
    try #require(
      StressTesting.table(book.input, scenarios: [scenario], volatilities: volatilities).outcomes.first)
  }

  @Test("5 BTC half hedged, market −10 %: spot −32,500, futures +16,250, net −16,250")
  func halfHedged() throws {
    let outcome = try Self.outcome(NetBetaValuationTests.bitcoin(), .benchmark(-0.1))
    let core = try #require(outcome.strategies.first)
    #expect(core.profit.unhedged.isClose(to: -32_500))
    #expect(core.profit.hedge.isClose(to: 16_250))
    #expect(core.profit.funding == .stated(0))
    #expect(core.profit.hedged.isClose(to: -16_250))
    #expect(core.spotValueAfter.isClose(to: 292_500))
    #expect(core.legNotionalAfter.isClose(to: -146_250))
    #expect(core.netBetaBefore.isClose(to: 0.5) && core.netBetaAfter.isClose(to: 0.5))
    #expect(outcome.profit == core.profit && outcome.netBetaAfter.isClose(to: 0.5))
    #expect(outcome.unknowns == [] && outcome.benchmarkMove == .stated(-0.1))
  }

  @Test("50,000 ETH, short 50,000: ∓5,000, ±5,000, together 0", arguments: [-0.1, 0.1])
  func fullyHedged(move: Double) throws {
    var book = Book()
    book.list("BTC", price: 65_000)
    book.list("ETH", price: 2_500, beta: 1.2)
    book.future("ETH", mark: 2_500)
    book.account(balances: ["USD": 20_000])
    book.strategy("core", [Book.holding("ETH", 20)], [Book.leg("ETH", -20, entry: 2_500)], mode: .sameAsset)
    let outcome = try Self.outcome(book, .stated(["ETH": move], others: .unmoved))
    #expect(outcome.profit.unhedged.isClose(to: 50_000 * move))
    #expect(outcome.profit.hedge.isClose(to: -50_000 * move))
    #expect(abs(try #require(outcome.profit.hedged.value)) < 1e-9)
  }

  @Test("10,000 of spot gains 2,000 when BTC rises by 20 %, 30,000 of futures 6,000")
  func leverage() throws {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.future("BTC", mark: 50_000)
    book.account(balances: ["USD": 10_000])
    book.strategy("spot", [Book.holding("BTC", .exact("0.2"))], [])
    book.strategy("futures", [], [Book.leg("BTC", .exact("0.6"), entry: 50_000)])
    let outcome = try Self.outcome(book, .benchmark(0.2))
    #expect(outcome.strategies[0].profit.hedged.isClose(to: 2_000))
    // Without spot the long legs are what is held, not a hedge of it.
    #expect(outcome.strategies[1].profit.unhedged.isClose(to: 6_000))
    #expect(outcome.strategies[1].profit.hedge == .stated(0))
    #expect(outcome.profit.hedged.isClose(to: 8_000))
    // 10,000·1 + 30,000·1 over 40,000.
    #expect(outcome.netBetaBefore.isClose(to: 1))
  }

  @Test("the errors of a dollar hedge show: β 1.4 under BTC −10 % loses 14 %, the equal short gives back 10 %")
  func betaConsistent() throws {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.list("SOL", price: 100, beta: 1.4)
    book.future("BTC", mark: 50_000)
    book.account(balances: ["USD": 50_000])
    book.strategy("core", [Book.holding("SOL", 1_000)], [Book.leg("BTC", -2, entry: 50_000)])
    let outcome = try Self.outcome(book, .benchmark(-0.1))
    #expect(outcome.profit.unhedged.isClose(to: -14_000) && outcome.profit.hedge.isClose(to: 10_000))
    #expect(outcome.moves.map(\.asset) == ["BTC", "SOL"] && outcome.moves.allSatisfy { $0.rule == .beta })
    #expect(outcome.moves[1].move.isClose(to: -0.14))
    // (86,000·1.4 − 90,000) / 86,000
    #expect(outcome.netBetaAfter.isClose(to: 1.4 - 90_000 / 86_000.0))
  }

  @Test(
    "a 1× short inverse position backed by its coin neither gains nor loses, wherever the coin goes",
    arguments: [-0.9, -0.3, 0.3, 2])
  func coinMargined(move: Double) throws {
    let outcome = try Self.outcome(CollateralTests.coinMargined(price: 50_000), .benchmark(move))
    #expect(outcome.profit.unhedged.isClose(to: 50_000 * move))
    #expect(outcome.profit.hedge.isClose(to: -50_000 * move))
    #expect(abs(try #require(outcome.profit.hedged.value)) < 1e-6)
    #expect(abs(try #require(outcome.netBetaAfter.value)) < 1e-9)
  }

  @Test("an inverse short gains convexly in coins: 50,000 USD opened at 50,000, not backed, at 40,000 is worth 10,000")
  func inverse() throws {
    var book = CollateralTests.coinMargined(price: 50_000)
    book.accounts = []
    book.account(balances: ["USD": 10_000])
    let outcome = try Self.outcome(book, .benchmark(-0.2))
    // 50,000·(1/40,000 − 1/50,000) = 0.25 BTC at 40,000.
    #expect(outcome.profit.hedge.isClose(to: 10_000))
    #expect(outcome.strategies[0].legNotionalAfter.isClose(to: -50_000))
  }

  @Test("coins in a wallet nobody trades in belong to the book, not to a strategy")
  func unassigned() throws {
    var book = NetBetaValuationTests.bitcoin()
    book.account("cold", balances: ["BTC": 1])
    let outcome = try Self.outcome(book, .benchmark(-0.1))
    #expect(outcome.strategies[0].profit.unhedged.isClose(to: -32_500))
    #expect(outcome.profit.unhedged.isClose(to: -39_000))
  }

  @Test("coins in a wallet two strategies trade from are split by gross notional as it stands now")
  func sharedWallet() throws {
    var book = Book()
    book.list("BTC", price: 40_000)
    book.list("ETH", price: 2_000, beta: 1.2)
    book.future("BTC", mark: 40_000)
    book.future("ETH", mark: 2_000)
    book.account(balances: ["BTC": 2])
    book.strategy("first", [], [Book.leg("BTC", .exact("-0.75"), entry: 40_000)])
    book.strategy("second", [], [Book.leg("ETH", -5, entry: 2_000)])
    let outcome = try Self.outcome(book, .stated(["BTC": -0.5], others: .unmoved))
    // Three quarters and one quarter of 2 BTC that lose 20,000 each.
    #expect(outcome.strategies.map(\.profit.unhedged).compactMap(\.value) == [-30_000, -10_000])
    #expect(outcome.profit.hedged.isClose(to: -40_000 + 15_000))
  }
}
