import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct RebalanceFiguresTests {
  /// 5 BTC at 65,000 with `short` contracts against them, to be hedged in whole.
  private static func strategy(short: Decimal) -> StrategyFigures {
    var book = Book()
    book.list("BTC", price: 65_000)
    book.future("BTC", mark: 65_000, lot: "0.3")
    book.account(balances: ["USD": 100_000])
    book.strategy("core", [Book.holding("BTC", 5)], [Book.leg("BTC", short, entry: 65_000)], ratio: 1)
    return book.evaluate().strategies[0]
  }

  private static func figures(
    _ strategy: StrategyFigures, books: [InstrumentID: Reading<OrderBook>] = [:],
    volatility: Reading<Double> = .stated(0.6), aversion: Double = 3
  ) -> RebalanceFigures {
    RebalanceFigures(
      of: strategy, books: books, benchmarkVolatility: volatility, horizon: .days(7), riskAversion: aversion)
  }

  @Test("4 of 5 short: a drift of 0.2, of which 0.9 contracts at a fee of 29.25 leave 0.02")
  func golden() throws {
    let figures = Self.figures(Self.strategy(short: -4))
    #expect(isClose(figures.cost.fees, 29.25) && !figures.includesSlippage)
    #expect(figures.driftAfter.isClose(to: 0.02, 1e-6))
    let verdict = try #require(figures.verdict.value)
    let variance = (0.2 * 0.2 - 0.02 * 0.02) * 325_000 * 325_000 * 0.36 * 7 / 365
    #expect(isClose(verdict.varianceRemoved, variance, 1e-8))
    #expect(isClose(verdict.benefit, 3 / (2 * 325_000) * variance, 1e-8) && verdict.decision == .rebalance)
  }

  @Test("with depth the slippage is part of the cost; a careless holder waits")
  func slippage() throws {
    let level = OrderBook.Level(price: 64_000, quantity: 10)
    let book = try #require(OrderBook(bids: [level], asks: [OrderBook.Level(price: 66_000, quantity: 1)]))
    let figures = Self.figures(
      Self.strategy(short: -4), books: [Book.perpetual("BTC"): .stated(book)], aversion: 0.1)
    #expect(figures.includesSlippage && figures.cost.slippage.isClose(to: 58_500.0 / 65))
    #expect(figures.verdict.value?.decision == .wait)
  }

  @Test("nothing to trade, and an unknown volatility, leave no verdict, each with its reason")
  func unknown() {
    #expect(Self.figures(Self.strategy(short: -5)).verdict.unknownReason?.detail == "nothing needs to be traded")
    let reason = UnknownReason(.tooFewObservations, "2 returns of BTC")
    #expect(Self.figures(Self.strategy(short: -4), volatility: .unknown(reason)).verdict.unknownReason == reason)
  }
}
