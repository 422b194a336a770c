import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct DecisionReplayTests {
  static let leg = LegID(strategy: "core", instrument: Book.perpetual("BTC"), account: "main")

  static func fill(_ contracts: Decimal, at price: Decimal, fee: Decimal? = nil) -> Decision.Change {
    .fill(
      Fill(
        leg: leg, contracts: contracts, price: price, fee: fee, oldContracts: 0, oldEntryPrice: nil,
        convention: .linear))
  }

  static func decisions(_ changes: [Decision.Change]) -> [Decision] {
    changes.enumerated().map { Decision(id: Int64($0 + 1), at: Book.now, strategy: "core", change: $1) }
  }

  static func replay(_ changes: [Decision.Change]) -> Portfolio {
    NetBetaValuationTests.bitcoin().portfolio.applying(decisions(changes))
  }

  @Test("ratio changes and fills are replayed in order")
  func order() {
    let portfolio = Self.replay([
      .hedgeRatio(old: .exact("0.5"), new: .exact("0.8")), Self.fill(.exact("-1.5"), at: 69_000),
      .hedgeRatio(old: .exact("0.8"), new: .exact("0.6")), .review, .acknowledgement(alert: "drift"),
    ])
    let strategy = portfolio.strategies[0]
    #expect(strategy.policy.hedgeRatio == .exact("0.6"))
    #expect(strategy.legs[0].contracts == -4)
    #expect(strategy.legs[0].entryPrice == .exact("66500"))
  }

  @Test("what was undone is left out, even in the middle")
  func undo() {
    let portfolio = Self.replay([
      Self.fill(-1, at: 70_000), .hedgeRatio(old: .exact("0.5"), new: 1), Self.fill(-2, at: 60_000), .undo(id: 1),
      .undo(id: 2),
    ])
    let leg = portfolio.strategies[0].legs[0]
    #expect(leg.contracts == .exact("-4.5"))
    #expect(portfolio.strategies[0].policy.hedgeRatio == .exact("0.5"))
    #expect(Self.replay([Self.fill(-1, at: 70_000), .undo(id: 1)]) == Self.replay([]))
  }

  @Test("a closing fill books its profit and its fee to the wallet: the equity does not jump")
  func realised() {
    let book = NetBetaValuationTests.bitcoin(price: 60_000)
    var traded = book.input
    let before = book.evaluate().accounts[0].equity.value ?? .nan
    traded.portfolio = book.portfolio.applying(Self.decisions([Self.fill(.exact("1.5"), at: 60_000, fee: 45)]))
    let wallet = traded.portfolio.accounts[0].balances["USD"]
    #expect(wallet == 57_455)
    #expect(PortfolioValuation.evaluate(traded).accounts[0].equity.isClose(to: before - 45))
  }

  @Test("a leg opened by a fill is open from then on; decisions about what is gone do nothing")
  func opens() {
    let portfolio = NetBetaValuationTests.bitcoin(short: "0").portfolio
    let opened = portfolio.applying(Self.decisions([Self.fill(-1, at: 65_000)])).strategies[0].legs[0]
    #expect(opened.openedAt == Book.now && opened.entryPrice == 65_000)
    let other = Decision(id: 1, at: Book.now, strategy: "gone", change: .hedgeRatio(old: 0, new: 1))
    #expect(portfolio.applying([other]) == portfolio)
  }

  @Test("an inverse fill is booked in coins")
  func inverse() throws {
    var book = CollateralTests.coinMargined(price: 40_000)
    let leg = LegID(strategy: "coin", instrument: Book.perpetual("BTC"), account: "main")
    let fill = Fill(
      leg: leg, contracts: 500, price: 40_000, fee: 20, oldContracts: -500, oldEntryPrice: 50_000, convention: .inverse)
    let portfolio = book.portfolio.applying([Decision(id: 1, at: Book.now, strategy: "coin", change: .fill(fill))])
    let coins = try #require(portfolio.accounts[0].balances["BTC"])
    #expect(isClose(coins.inexact, 1 + 50_000 * (1 / 40_000.0 - 1 / 50_000.0) - 20 / 40_000.0))
    book.strategies = portfolio.strategies
    #expect(book.strategies[0].legs[0].contracts == 0)
  }
}
