import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct AccountValuationTests {
  /// Two coins hedged in one account, with a coin in the wallet.
  static func account(_ convention: MarginConvention = .binance, mode: Leg.MarginMode = .cross) -> Book {
    var book = Book()
    book.list("BTC", price: 50_000)
    book.list("ETH", price: 2_500, beta: 1.3)
    book.list("SOL", price: 100, beta: 1.6)
    book.future("BTC", mark: 50_100)
    book.future("ETH", mark: 2_490)
    book.account(balances: ["USD": 40_000, "SOL": 50], convention: convention)
    book.strategy(
      "core", [Book.holding("BTC", 4), Book.holding("ETH", 60)],
      [Book.leg("BTC", -2, entry: 52_000), Book.leg("ETH", -30, entry: 2_400, mode: mode)])
    return book
  }

  /// The same book when the benchmark has moved by `move` and every price by β·move.
  static func moved(_ book: Book, by move: Double) -> Book {
    var moved = book
    for (asset, price) in book.prices {
      let factor = 1 + (book.betas[asset]?.beta ?? 1) * move
      moved.prices[asset] = price * factor
      if let mark = book.marks[Book.perpetual(asset)] { moved.marks[Book.perpetual(asset)] = mark * factor }
    }
    return moved
  }

  @Test("an account adds up: wallet, profit, equity, margins, ratio")
  func sums() {
    let account = Self.account().evaluate().accounts[0]
    let profit = 2.0 * 1_900 - 30 * 90
    let margin = 0.005 * (100_200 + 74_700)
    #expect(account.walletBalance.isClose(to: 45_000))
    #expect(account.unrealisedProfit.isClose(to: profit))
    #expect(account.equity.isClose(to: 45_000 + profit))
    #expect(account.initialMargin.isClose(to: 17_490))
    #expect(account.maintenanceMargin.isClose(to: margin))
    #expect(account.normalisedRatio.isClose(to: margin / (45_000 + profit)))
    #expect(account.ratio.name == "Margin ratio")
  }

  @Test(
    "valued anew at the liquidating move, an account stands on its limit; before it, it does not",
    arguments: MarginConvention.allCases)
  func liquidatingMove(convention: MarginConvention) throws {
    let book = Self.account(convention)
    let move = try #require(book.evaluate().accounts[0].liquidatingBenchmarkMove.value)
    #expect(move > 0.1 && move < 1)
    let there = Self.moved(book, by: move).evaluate().accounts[0]
    #expect(there.normalisedRatio.isClose(to: 1, 1e-9), "\(convention) at \(move)")
    let before = Self.moved(book, by: move * 0.9).evaluate().accounts[0]
    #expect(try #require(before.normalisedRatio.value) < 1)
    #expect(there.ratio.value.isClose(to: there.ratio.liquidatesAt, 1e-9), "\(convention)")
  }

  @Test("with the collateral to survive +20 % moved in, an account stands there at its limit")
  func survives() throws {
    var book = Self.account()
    book.accounts[0] = book.accounts[0].with(balances: ["USD": 20_000])
    let needed = try #require(book.evaluate().accounts[0].collateralToSurvive.value)
    #expect(needed > 1_000)
    let added = try #require(Decimal(string: (20_000 + needed).description))
    book.accounts[0] = book.accounts[0].with(balances: ["USD": added])
    #expect(Self.moved(book, by: 0.2).evaluate().accounts[0].normalisedRatio.isClose(to: 1, 1e-9))
    #expect(book.evaluate().accounts[0].survivalMove == 0.2)
  }

  @Test("at a leg's liquidation price, all else standing still, the account is at its limit")
  func liquidationPrice() throws {
    let book = Self.account()
    for (index, coin) in (["BTC", "ETH"] as [Asset]).enumerated() {
      let leg = book.evaluate().strategies[0].legs[index]
      let limit = try #require(leg.liquidationPrice.value)
      var there = book
      there.marks[Book.perpetual(coin)] = limit
      #expect(there.evaluate().accounts[0].normalisedRatio.isClose(to: 1, 1e-9), "\(coin)")
      #expect(leg.liquidationDistance.isClose(to: limit / (try #require(leg.mark.value)) - 1))
    }
  }

  @Test("an isolated leg is a pool of its own: its margin is not the account's, and the worst pool is shown")
  func isolated() throws {
    let book = Self.account(mode: .isolated(margin: 5_000))
    let figures = book.evaluate()
    let account = figures.accounts[0]
    #expect(account.unrealisedProfit.isClose(to: 3_800))
    #expect(account.maintenanceMargin.isClose(to: 0.005 * 100_200))
    let ether = figures.strategies[0].legs[1]
    // (margin + Q·EP)/(Q·(1 + mmr))
    #expect(ether.liquidationPrice.isClose(to: (5_000 + 30 * 2_400) / (30 * 1.005)))
    let own = 0.005 * 74_700 / (5_000 - 2_700)
    #expect(account.normalisedRatio.isClose(to: max(own, 0.005 * 100_200 / 48_800)))
    let move = try #require(account.liquidatingBenchmarkMove.value)
    let price = try #require(ether.liquidationPrice.value)
    #expect(isClose(move, (price / 2_490 - 1) / 1.3))
    #expect(figures.strategies[0].netBeta.netBetaOverEquity.value != nil)
  }

  @Test("an account without positions is safe, and no move liquidates it")
  func idle() {
    var book = Self.account()
    book.strategies[0] = book.strategies[0].with(legs: [Book.leg("BTC", 0)])
    let account = book.evaluate().accounts[0]
    #expect(account.normalisedRatio.isClose(to: 0))
    #expect(account.liquidatingBenchmarkMove.unknownReason?.kind == .undefined)
    #expect(account.collateralToSurvive.isClose(to: 0))
  }

  @Test("missing brackets, a missing entry price or a missing beta leave unknown what needs them, and nothing else")
  func missing() {
    var book = Self.account()
    book.accounts = []
    book.account(balances: ["USD": 40_000], tiers: nil)
    var figures = book.evaluate()
    #expect(figures.accounts[0].maintenanceMargin.unknownReason?.kind == .notConfigured)
    #expect(figures.strategies[0].legs[0].liquidationPrice.value == nil)
    #expect(figures.strategies[0].netBeta.netBeta.value != nil)

    book = Self.account()
    book.strategies[0] = book.strategies[0].with(legs: [Book.leg("BTC", -2)])
    figures = book.evaluate()
    #expect(figures.accounts[0].equity.value == nil)
    #expect(figures.accounts[0].maintenanceMargin.value != nil)
    #expect(figures.strategies[0].netBeta.drift.value != nil)

    book = Self.account()
    book.betas["ETH"] = nil
    figures = book.evaluate()
    #expect(figures.strategies[0].netBeta.netBeta.value == nil)
    #expect(figures.strategies[0].legs[1].liquidationPrice.value != nil)
    #expect(figures.accounts[0].normalisedRatio.value != nil)
    #expect(figures.accounts[0].liquidatingBenchmarkMove.value == nil)
  }
}
