import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct NetBetaValuationTests {
  /// 5 BTC at 65,000, short `contracts` BTC-PERP at the same price.
  static func bitcoin(short contracts: String = "2.5", price: Double = 65_000, lot: String = "0.1") -> Book {
    var book = Book()
    book.list("BTC", price: price)
    book.future("BTC", mark: price, lot: lot)
    book.account(balances: ["USD": 50_000])
    book.strategy("core", [Book.holding("BTC", 5)], [Book.leg("BTC", -Decimal.exact(contracts), entry: 65_000)])
    return book
  }

  @Test("half hedged: net beta over spot and over equity are both shown, each under its name")
  func sectionOneExample() throws {
    let figures = Self.bitcoin().evaluate().strategies[0]
    #expect(figures.spotValue.isClose(to: 325_000))
    #expect(figures.legNotional.isClose(to: -162_500))
    #expect(figures.netBeta.netBeta.isClose(to: 0.5))
    #expect(figures.netBeta.netBetaOverEquity.isClose(to: 162_500.0 / 375_000))
    #expect(figures.netBeta.achievedHedgeRatio.isClose(to: 0.5))
    #expect(figures.netBeta.drift.isClose(to: 0))
    #expect(figures.netBeta.driftValue.isClose(to: 0))
    #expect(figures.netBeta.verdict == .inBand)
    #expect(figures.suggestions.isEmpty)
    #expect(figures.suggestionsUnavailable == nil)
  }

  @Test(
    "a drift on the band is no breach, beyond it is one",
    arguments: [("2.25", false), ("2.75", false), ("2.24", true), ("2.76", true)])
  func strictBand(short: String, breach: Bool) {
    let netBeta = Self.bitcoin(short: short).evaluate().strategies[0].netBeta
    #expect(netBeta.verdict == (breach ? .breach : .inBand), "short \(short), drift \(netBeta.drift)")
  }

  @Test("the drift in money is the benchmark to sell, or to buy back, to be on target")
  func driftValue() {
    let under = Self.bitcoin(short: "2").evaluate().strategies[0]
    #expect(under.netBeta.driftValue.isClose(to: 0.5 * 65_000))
    let over = Self.bitcoin(short: "4").evaluate().strategies[0]
    #expect(over.netBeta.driftValue.isClose(to: -1.5 * 65_000))
  }

  @Test("the suggestion brings the book back: exact lots, its fee, what rounding leaves")
  func suggestion() throws {
    let figures = Self.bitcoin(short: "0").evaluate().strategies[0]
    let trade = try #require(figures.suggestions.first)
    #expect(trade.contracts == Decimal.exact("-2.5"))
    #expect(isClose(trade.exactContracts, -2.5))
    #expect(isClose(trade.notional, -162_500))
    #expect(isClose(trade.fee, 81.25))
    #expect(isClose(trade.residualBeta, 0))
    #expect(figures.netBeta.verdict == .breach)
  }

  @Test("an adjustment is previewed as if traded at the mark")
  func preview() throws {
    let preview = try #require(
      HedgePreviewing.preview(Self.bitcoin().input, strategy: "core", hedgeRatio: .exact("0.8")).value)
    #expect(preview.trades.map(\.contracts) == [Decimal.exact("-1.5")])
    #expect(preview.after.netBeta.netBeta.isClose(to: 0.2))
    #expect(preview.currentAim == .hedgeRatio(.exact("0.5")))
    #expect(isClose(preview.fees, 1.5 * 65_000 * 0.0005))
    #expect(preview.accountsAfter[0].equity.isClose(to: 50_000 - 48.75))
    let down = try #require(preview.impacts.first)
    #expect(isClose(down.unhedgedProfit, -65_000))
    #expect(isClose(down.hedgedProfit, -13_000))
  }

  @Test("a stale or missing price refuses an adjustment and says which")
  func staleRefuses() throws {
    var book = Self.bitcoin(short: "1")
    book.staleMarkets = [Book.perpetual("BTC")]
    var figures = book.evaluate().strategies[0]
    #expect(figures.netBeta.verdict == .stale)
    #expect(figures.suggestions.isEmpty)
    #expect(figures.suggestionsUnavailable?.detail.contains("late") == true)
    #expect(HedgePreviewing.preview(book.input, strategy: "core", hedgeRatio: 1).value == nil)
    book.staleMarkets = []
    book.missingMarkets = [Book.spot("BTC")]
    figures = book.evaluate().strategies[0]
    #expect(figures.spotValue.value == nil)
    guard case .unknown(let reason) = figures.netBeta.verdict else {
      Issue.record("verdict is \(figures.netBeta.verdict)")
      return
    }
    #expect(reason.detail.contains("spot:BTC"))
    #expect(figures.suggestionsUnavailable == reason)
  }
}
