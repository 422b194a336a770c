import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct CollateralTests {
  /// A wallet of 1 BTC behind a 1× short inverse position of `size` dollars opened at 50,000.
  static func coinMargined(price: Double, size: Decimal = 50_000) -> Book {
    var book = Book()
    book.list("BTC", price: price)
    book.future("BTC", mark: price, lot: "1", multiplier: 100, convention: .inverse)
    book.account(balances: ["BTC": 1])
    book.strategy("coin", [], [Book.leg("BTC", -size / 100, entry: 50_000)], ratio: 1)
    return book
  }

  @Test(
    "a 1× short inverse position backed by its coin has no delta, at any price", arguments: [25_000.0, 50_000, 80_000])
  func deltaNeutral(price: Double) throws {
    let figures = Self.coinMargined(price: price).evaluate().strategies[0]
    #expect(figures.holdings.count == 1)
    #expect(figures.holdings[0].origin == .collateral("main"))
    // 1 BTC and the short's profit in coins are worth the 50,000 they were sold at.
    #expect(figures.spotValue.isClose(to: 50_000))
    #expect(figures.legNotional.isClose(to: -50_000))
    #expect(abs(try #require(figures.netBeta.netBeta.value)) < 1e-12)
    #expect(figures.netBeta.denominator == .spotValue)
  }

  @Test("coins in a wallet are exposure: the quantity is exact while it is a balance and nothing else")
  func balance() {
    var book = Self.coinMargined(price: 50_000)
    book.strategies[0] = book.strategies[0].with(legs: [Book.leg("BTC", 0)])
    let holding = book.evaluate().strategies[0].holdings[0]
    #expect(holding.quantity == .stated(1))
    #expect(holding.betaDollars.isClose(to: 50_000))
    #expect(holding.unrealisedProfit.value == nil)
  }

  @Test("currency with a stated rate is cash, not exposure; without one what is quoted in it is unknown")
  func cash() {
    var book = Book()
    book.list("BTC", price: 65_000)
    book.future("BTC", mark: 65_000, quote: "USDT")
    book.account(balances: ["USDT": 50_000])
    book.strategy("core", [Book.holding("BTC", 5)], [Book.leg("BTC", Decimal.exact("-2.5"), entry: 64_000)])
    var figures = book.evaluate()
    #expect(figures.strategies[0].legs[0].notional.unknownReason?.kind == .notConfigured)
    #expect(figures.accounts[0].equity.unknownReason?.kind == .notConfigured)
    #expect(figures.strategies[0].netBeta.netBeta.value == nil)
    book.conversionRates = ["USDT": 0.5]
    figures = book.evaluate()
    #expect(figures.strategies[0].holdings.count == 1)
    #expect(figures.strategies[0].legNotional.isClose(to: -81_250))
    #expect(figures.accounts[0].walletBalance.isClose(to: 25_000))
    #expect(figures.accounts[0].equity.isClose(to: 25_000 - 1_250))
    #expect(figures.strategies[0].netBeta.netBetaOverEquity.isClose(to: (325_000 - 81_250) / (325_000 + 23_750)))
  }

  @Test("a wallet behind two strategies is split by gross notional; each keeps the profit of its own legs")
  func split() {
    var book = Book()
    book.list("BTC", price: 40_000)
    book.list("ETH", price: 2_000, beta: 1.2)
    book.future("BTC", mark: 40_000, lot: "1", multiplier: 100, convention: .inverse)
    book.future("ETH", mark: 2_000, lot: "1")
    book.account(balances: ["BTC": 2])
    book.strategy("first", [], [Book.leg("BTC", -300, entry: 50_000)], ratio: 1)
    book.strategy("second", [Book.holding("ETH", 10)], [Book.leg("ETH", -5, entry: 2_000)], ratio: 1)
    let figures = book.evaluate().strategies
    // 30,000 and 10,000 of notional: three quarters and one quarter of 2 BTC, and 30,000·(1/40,000 − 1/50,000) coins.
    let profit = 30_000 * (1 / 40_000.0 - 1 / 50_000.0)
    #expect(figures[0].holdings[0].value.isClose(to: (1.5 + profit) * 40_000))
    #expect(figures[1].holdings.map(\.origin) == [.spot, .collateral("main")])
    #expect(figures[1].holdings[1].value.isClose(to: 0.5 * 40_000))
  }

  @Test("the coins of an account without legs belong to no strategy")
  func unused() {
    var book = NetBetaValuationTests.bitcoin()
    book.account("spare", balances: ["BTC": 7])
    let figures = book.evaluate()
    #expect(figures.strategies[0].holdings.count == 1)
    #expect(figures.accounts[1].walletBalance.isClose(to: 455_000))
    #expect(figures.accounts[1].normalisedRatio.isClose(to: 0))
  }

  @Test("a book without spot is measured over its long legs")
  func longBook() {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.list("ETH", price: 2_500, beta: 1.2)
    book.future("BTC", mark: 50_000)
    book.future("ETH", mark: 2_500)
    book.account(balances: ["USD": 100_000])
    book.strategy(
      "pairs", [], [Book.leg("ETH", 40, entry: 2_500), Book.leg("BTC", Decimal.exact("-1"), entry: 50_000)], ratio: 1)
    let figures = book.evaluate().strategies[0]
    #expect(figures.netBeta.denominator == .grossLongValue)
    #expect(figures.netBeta.denominatorValue.isClose(to: 100_000))
    #expect(figures.netBeta.spotBeta.isClose(to: 1.2))
    #expect(figures.netBeta.netBeta.isClose(to: 0.7))
    #expect(figures.netBeta.achievedHedgeRatio.isClose(to: 50.0 / 120))
    #expect(figures.suggestions.map(\.contracts) == [.exact("-1.4")])
  }
}
