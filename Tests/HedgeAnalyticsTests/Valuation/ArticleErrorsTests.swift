import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

/// Claims that are often printed wrong, with the right answer.
@Suite struct ArticleErrorsTests {
  /// 10,000 of spot bought at 70,000 against a future sold at 72,100, and what both have earned at settlement.
  @Test(
    "a locked basis of 3 % earns $300 on $10,000 with equal quantities, wherever it settles; equal notionals do not lock it",
    arguments: [(65_000.0, 270.46), (70_000, 291.26), (80_000, 332.87)])
  func cashAndCarry(settlement: Double, equalNotionals: Double) throws {
    let tiers = try #require(Book.flatTiers)
    func future(_ size: Double) -> Double {
      MarginPosition(convention: .linear, size: size, entryPrice: 72_100, markPrice: 72_100, tiers: tiers)
        .profit(at: settlement)
    }
    let coins = 10_000.0 / 70_000
    let spot = coins * (settlement - 70_000)
    #expect(isPrinted(spot + future(-coins), 300, digits: 2))
    #expect(isPrinted(spot + future(-10_000 / 72_100), equalNotionals, digits: 2))
    if settlement == 65_000 {
      #expect(isPrinted(spot, -714.29, digits: 2) && isPrinted(future(-coins), 1_014.29, digits: 2))
    }
  }

  @Test("long spot against a short future gains when the basis narrows")
  func narrowingBasis() throws {
    var book = Book()
    book.list("BTC", price: 70_000)
    book.future("BTC", mark: 70_700)
    book.account(balances: ["USD": 50_000])
    book.strategy("core", [Book.holding("BTC", 1, cost: 70_000)], [Book.leg("BTC", -1, entry: 71_400)], ratio: 1)
    let figures = book.evaluate().strategies[0]
    let spot = try #require(figures.holdings[0].unrealisedProfit.value)
    #expect(figures.legs[0].basis.isClose(to: 100))
    #expect(isClose(spot + (figures.unrealisedProfit.value ?? .nan), 700))
  }

  @Test("after selling 30 % of the spot, keeping a 30 % hedge leaves 40 % net: the short must be bought back")
  func transition() throws {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.future("BTC", mark: 50_000)
    book.account(balances: ["USD": 50_000])
    book.strategy("core", [Book.holding("BTC", 7)], [Book.leg("BTC", -3, entry: 50_000)], ratio: 0)
    let figures = book.evaluate().strategies[0]
    #expect(figures.netBeta.netBeta.isClose(to: 4.0 / 7))
    #expect(isClose((figures.spotValue.value ?? 0) + (figures.legNotional.value ?? 0), 0.4 * 500_000))
    #expect(figures.suggestions.map(\.contracts) == [3])
  }

  @Test("60,000 of spot and 30,000 short are 30,000 net, not 75,000")
  func equivalent() {
    var book = Book()
    book.list("BTC", price: 60_000)
    book.future("BTC", mark: 60_000)
    book.account(balances: ["USD": 40_000])
    book.strategy("core", [Book.holding("BTC", 1)], [Book.leg("BTC", .exact("-0.5"), entry: 60_000)])
    let figures = book.evaluate().strategies[0]
    #expect(figures.netBeta.netBeta.isClose(to: 0.5))
    #expect(isClose((figures.spotValue.value ?? 0) + (figures.legNotional.value ?? 0), 30_000))
  }

  @Test("a market fall of 10 % on a half-hedged 325,000: −32,500, +16,250, −16,250")
  func halfHedged() throws {
    let preview = try #require(
      HedgePreviewing.preview(NetBetaValuationTests.bitcoin().input, strategy: "core", hedgeRatio: .exact("0.5")).value)
    let fall = try #require(preview.impacts.first { $0.benchmarkMove == -0.1 })
    #expect(preview.trades.isEmpty)
    #expect(isClose(fall.unhedgedProfit, -32_500) && isClose(fall.hedgedProfit, -16_250))
  }
}
