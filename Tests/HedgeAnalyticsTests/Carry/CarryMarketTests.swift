import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct CarryMarketTests {
  private static let id = Book.perpetual("BTC")

  @Test("what the market does not know is unknown with its reason, never free")
  func unknown() {
    let reason = UnknownReason(.notReceived, "the feed keeps no past")
    let market = CarryMarket(stamps: [Self.id: .unknown(reason)], takerFees: [:])
    #expect(market.payments(of: Self.id).unknownReason == reason)
    #expect(market.payments(of: Book.perpetual("ETH")).unknownReason?.kind == .notReceived)
    #expect(market.fee(in: "nobody").unknownReason?.kind == .notConfigured)
    #expect(market.slippage(of: Self.id).unknownReason?.kind == .notReceived)
  }

  @Test("the taker fee of each account and the slippage stated are what trades cost")
  func known() {
    var book = Book()
    book.account(taker: .exact("0.0004"))
    let market = CarryMarket(stamps: [:], accounts: book.accounts, slippage: [Self.id: 0.0001])
    #expect(market.fee(in: "main").isClose(to: 0.0004) && market.slippage(of: Self.id).isClose(to: 0.0001))
  }
}
