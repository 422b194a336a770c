import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct StressBasisAndFundingTests {
  static func carry(_ contracts: Decimal) -> Book {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.future("BTC", mark: 50_500)
    book.account(balances: ["USD": 20_000])
    book.strategy("core", [Book.holding("BTC", 2)], [Book.leg("BTC", contracts, entry: 50_000)])
    return book
  }

  @Test(
    "a basis that widens against the position costs |position|·S·bps whichever side it is on, and leaves spot alone",
    arguments: [-2, 2] as [Decimal])
  func blowOut(contracts: Decimal) throws {
    let book = Self.carry(contracts)
    let outcome = try StressGoldenTests.outcome(book, .basis(200))
    // 2 BTC · 50,000 · 2 %
    #expect(outcome.profit.hedge.isClose(to: -2_000))
    #expect(outcome.profit.unhedged == .stated(0).dated(outcome.profit.unhedged))
    let basis = StressTesting.figures(book.input, under: .basis(200)).strategies[0].legs[0].basis
    #expect(basis.isClose(to: contracts < 0 ? 300 : -100))
  }

  @Test("a stated change of basis is the market's, whichever side the position is on")
  func statedBasis() throws {
    #expect(try StressGoldenTests.outcome(Self.carry(-2), .basis(200, against: false)).profit.hedge.isClose(to: -2_000))
    #expect(try StressGoldenTests.outcome(Self.carry(2), .basis(200, against: false)).profit.hedge.isClose(to: 2_000))
  }

  @Test("futures keep their basis when their underlying moves", arguments: [-0.3, 0.2])
  func keepsBasis(move: Double) {
    let basis = StressTesting.figures(Self.carry(-2).input, under: .benchmark(move)).strategies[0].legs[0].basis
    #expect(basis.isClose(to: 100))
  }

  @Test("one of two legs on a coin against the other nets, so that no basis can be against both")
  func netted() throws {
    var book = Self.carry(-2)
    book.strategy("other", [], [Book.leg("BTC", 2, entry: 50_000)])
    let outcome = try StressGoldenTests.outcome(book, .basis(200))
    #expect(outcome.profit.hedged.isClose(to: 0))
  }

  @Test(
    "funding at 0.75 % every 8 hours for 3 days costs 9 payments on either side; the wallet pays it",
    arguments: [-2, 2] as [Decimal])
  func cap(contracts: Decimal) throws {
    let book = Self.carry(contracts)
    let outcome = try StressGoldenTests.outcome(book, .funding(0.0075))
    #expect(outcome.profit.funding.isClose(to: -101_000 * 0.0675))
    #expect(outcome.profit.hedged.isClose(to: -101_000 * 0.0675))
    let equity = try #require(book.evaluate().accounts[0].equity.value)
    #expect(outcome.accounts[0].equityAfter.isClose(to: equity - 101_000 * 0.0675))
  }

  @Test("a stated rate is the market's: a short receives a positive one; 60,000 · 0.01 % · 3 a day · 3 days = 54")
  func statedRate() throws {
    var book = Self.carry(0)
    book.strategies = []
    book.future("BTC", mark: 60_000)
    book.strategy("core", [], [Book.leg("BTC", -1, entry: 60_000)])
    #expect(try StressGoldenTests.outcome(book, .funding(0.0001, against: false)).profit.funding.isClose(to: 54))
    #expect(try StressGoldenTests.outcome(book, .funding(-0.0001, against: false)).profit.funding.isClose(to: -54))
  }

  @Test("the rate is for its own interval: a perpetual that pays hourly pays an eighth, eight times as often")
  func interval() throws {
    var book = Self.carry(-2)
    book.fundings = [
      Book.perpetual("BTC"): try #require(FundingRate(rate: 0.0001, interval: .hours(1), nextStamp: nil))
    ]
    #expect(try StressGoldenTests.outcome(book, .funding(0.0075)).profit.funding.isClose(to: -101_000 * 0.0675))
  }

  @Test("a dated future pays no funding")
  func dated() throws {
    var book = Self.carry(-2)
    book.future("BTC", mark: 50_500, kind: .dated(expiry: Book.now + .days(60)))
    #expect(try StressGoldenTests.outcome(book, .funding(0.0075)).profit.funding == .stated(0))
  }

  @Test("funding is paid on the notional of the scenario, and comes out of an isolated position's own margin")
  func isolated() throws {
    var book = Self.carry(0)
    book.strategies = []
    book.strategy(
      "core", [Book.holding("BTC", 2)],
      [Book.leg("BTC", -2, entry: 50_000, mode: .isolated(margin: 30_000))])
    let funding = FundingShock(rate: 0.01, duration: .days(1), isAgainstPosition: true)
    let outcome = try StressGoldenTests.outcome(
      book, .stated(["BTC": 0.1], others: .unmoved, funding: funding))
    let paid = 2 * 55_550 * 0.03
    #expect(outcome.profit.funding.isClose(to: -paid))
    #expect(outcome.accounts[0].equityAfter.isClose(to: 20_000))
    // 0.5 % of 111,100 over 30,000 less the loss of 11,100 and the funding.
    #expect(outcome.accounts[0].marginAfter.isClose(to: 555.5 / (30_000 - 11_100 - paid)))
  }

  @Test(
    "funding of an inverse leg is paid in its coin, which moves: 100,000 USD at 1 % a day is 1,000 USD at any price")
  func inverse() throws {
    var book = CollateralTests.coinMargined(price: 50_000)
    let funding = FundingShock(rate: 0.01, interval: .days(1), duration: .days(1), isAgainstPosition: true)
    book.strategies[0] = book.strategies[0].with(legs: [Book.leg("BTC", -1_000, entry: 50_000)])
    let outcome = try StressGoldenTests.outcome(
      book, .stated(["BTC": -0.2], others: .unmoved, funding: funding))
    #expect(outcome.profit.funding.isClose(to: -1_000))
    let after = StressTesting.figures(
      book.input, under: .stated(["BTC": -0.2], others: .unmoved, funding: funding))
    #expect(after.accounts[0].walletBalance.isClose(to: 40_000 - 1_000))
  }
}

extension Reading {
  /// The same value with the provenance of another, to compare values alone.
  fileprivate func dated<Other>(_ other: Reading<Other>) -> Reading { combined(with: other) { value, _ in value } }
}
