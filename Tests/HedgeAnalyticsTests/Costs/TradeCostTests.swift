import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct TradeCostTests {
  private static func trade(_ asset: Asset, _ contracts: Decimal, notional: Double, fee: Double) -> TradeSuggestion {
    TradeSuggestion(
      leg: LegID(strategy: "core", instrument: Book.perpetual(asset), account: "main"),
      exactContracts: contracts.inexact, contracts: contracts, price: 100, notional: notional, fee: fee,
      residualBeta: 0, warnings: [])
  }

  private static func cost(_ books: [InstrumentID: Reading<OrderBook>]) -> TradeCost {
    TradeCost(
      of: [
        trade("BTC", -4, notional: -400, fee: 0.2), trade("ETH", 1, notional: 1_000, fee: 0.5),
      ], books: books, instruments: [:])
  }

  @Test("fees and slippage of the legs add up: 150 bps of 400 and 100 bps of 1,000")
  func total() throws {
    let book = try BookFillTests.book()
    let cost = Self.cost([Book.perpetual("BTC"): .stated(book), Book.perpetual("ETH"): .stated(book)])
    #expect(isClose(cost.fees, 0.7))
    #expect(cost.slippage.isClose(to: 6 + 10))
    #expect(cost.total.isClose(to: 16.7) && isClose(cost.atLeast, 16.7))
  }

  @Test("a leg without a book leaves the sum unknown and names the instrument; what is known is the least it costs")
  func missing() throws {
    let cost = Self.cost([Book.perpetual("BTC"): .stated(try BookFillTests.book())])
    #expect(cost.total.unknownReason?.kind == .notReceived)
    #expect(cost.total.unknownReason?.detail.contains("perp:ETH") == true)
    #expect(isClose(cost.atLeast, 6.7))
  }

  @Test("a book too thin says so with the instrument")
  func thin() throws {
    let thin = try BookFillTests.book(bids: [("99", "1")])
    let cost = Self.cost([Book.perpetual("BTC"): .stated(thin), Book.perpetual("ETH"): .stated(thin)])
    #expect(cost.slippage.unknownReason?.detail == "perp:BTC: book too thin, filled 1 of 4")
    #expect(cost.legs[0].fill.value?.filled == -1)
  }

  @Test("no trade costs nothing")
  func nothing() {
    #expect(TradeCost([]).total.isClose(to: 0))
  }

  @Test("a stale book says nothing of what stands in it now: slippage is unknown, in those words")
  func stale() throws {
    let old = Provenance(asOf: Book.now - .seconds(60), source: "perp", isStale: true)
    let book = try BookFillTests.book()
    let cost = Self.cost([Book.perpetual("BTC"): .known(book, old), Book.perpetual("ETH"): .stated(book)])
    #expect(cost.slippage.value == nil && cost.legs[0].fill.isStale)
    #expect(cost.slippage.unknownReason?.detail.hasPrefix("perp:BTC: depth is stale, last heard at ") == true)
    #expect(isClose(cost.atLeast, 10.7), "the fees, and the slippage of the leg whose book is fresh")
  }
}
