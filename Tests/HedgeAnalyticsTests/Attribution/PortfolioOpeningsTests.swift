import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

/// How a configured portfolio becomes the positions of a ledger.
@Suite struct PortfolioOpeningsTests {
  static func book() -> Book {
    var book = Book()
    book.conversionRates = ["USDT": 0.5]
    book.list("BTC", price: 100)
    book.list("ETH", price: 10, beta: 1.5)
    book.future("BTC", mark: 202, quote: "USDT")
    book.future("BTC", mark: 101, multiplier: 10, convention: .inverse, venue: "coin")
    book.account(balances: ["USD": 1_000, "BTC": .exact("0.5"), "USDT": 7])
    book.strategy(
      "core", [Book.holding("BTC", 3, cost: 270), Book.holding("ETH", 5)],
      [
        Book.leg("BTC", -1, entry: 198),
        Book.leg("BTC", -4, mode: .isolated(margin: 2), venue: "coin"),
      ])
    return book
  }

  static func ledger(_ book: Book) -> AttributionLedger {
    let portfolio = book.portfolio
    let strategy = portfolio.strategies[0]
    return AttributionLedger(
      portfolio.attributionOpenings(of: strategy), benchmark: portfolio.attributionBenchmark)
  }

  static func point(_ book: Book, hours: Double) -> MarketPoint {
    let input = book.input
    return MarketPoint(
      at: Book.now + .hours(hours), markets: input.markets,
      betas: BetaLookup(strategy: book.strategies[0], benchmark: book.benchmark, estimates: input.betas["core"] ?? [:])
    )
  }

  @Test("coins, futures, isolated margins and the coins of the wallet; cash has no profit")
  func positions() {
    let core = LegID(strategy: "core", instrument: Book.perpetual("BTC"), account: "main")
    let coin = LegID(strategy: "core", instrument: InstrumentID(venue: "coin", symbol: "BTC"), account: "main")
    #expect(
      Self.ledger(Self.book()).identities == [
        .holding(Book.spot("BTC")), .holding(Book.spot("ETH")), .leg(core), .leg(coin), .margin(coin),
        .wallet("main", "BTC"),
      ])
  }

  @Test("each counts in the portfolio's currency, from its cost, its entry price, or the first price")
  func profits() throws {
    var book = Self.book()
    var ledger = Self.ledger(book)
    ledger.advance(to: Self.point(book, hours: 0))
    book.prices["BTC"] = 110
    book.prices["ETH"] = 12
    book.marks[Book.perpetual("BTC")] = 222
    ledger.advance(to: Self.point(book, hours: 1))
    let totals = ledger.figures(since: .start).positions.map(\.parts.total.value)
    // 3·110 − 270; 5·2; −1·(222 − 198)·0.5; the mark stood still; 2·10; 0.5·10.
    let expected: [Double] = [60, 10, -12, 0, 20, 5]
    for (total, expected) in zip(totals, expected) { #expect(isClose(try #require(total), expected)) }
    #expect(ledger.parts().isSettled)
    // ETH: beta 1.5 of 50 on a benchmark move of 10 %.
    #expect(ledger.parts(of: .holding(Book.spot("ETH"))).beta.isClose(to: 7.5))
  }

  @Test("a position whose currency has no stated value is unknown, and says so")
  func noRate() {
    var book = Self.book()
    book.conversionRates = [:]
    var ledger = Self.ledger(book)
    ledger.advance(to: Self.point(book, hours: 0))
    let leg = LegID(strategy: "core", instrument: Book.perpetual("BTC"), account: "main")
    #expect(ledger.parts(of: .leg(leg)).total.unknownReason?.kind == .notConfigured)
    #expect(ledger.parts(of: .holding(Book.spot("ETH"))).total.value == 0)
  }

  @Test("coins of an account that two strategies use belong to neither, but to the portfolio")
  func shared() {
    var book = Self.book()
    book.strategy("second", [], [Book.leg("BTC", 1, entry: 200)])
    let portfolio = book.portfolio
    for strategy in portfolio.strategies {
      let ids = portfolio.attributionOpenings(of: strategy).map(\.position.id)
      #expect(!ids.contains(.wallet("main", "BTC")))
    }
    #expect(portfolio.sharedCollateralOpenings.map(\.position.id) == [.wallet("main", "BTC")])
  }

  @Test("a composite benchmark moves by its weights")
  func composite() throws {
    var book = Self.book()
    book.benchmark = try #require(
      Benchmark(components: [.init(asset: "BTC", weight: 0.5), .init(asset: "ETH", weight: 0.5)]))
    book.betas["BTC"] = BetaEstimate(source: .regression, beta: 0.8)
    var ledger = Self.ledger(book)
    ledger.advance(to: Self.point(book, hours: 0))
    book.prices["BTC"] = 120
    book.prices["ETH"] = 11
    ledger.advance(to: Self.point(book, hours: 1))
    #expect(ledger.parts(of: .holding(Book.spot("ETH"))).beta.isClose(to: 50 * 1.5 * 0.15))
  }
}
