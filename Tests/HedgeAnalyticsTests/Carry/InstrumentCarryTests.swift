import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct InstrumentCarryTests {
  private static func book() throws -> Book {
    var book = Book()
    book.list("BTC", price: 70_000)
    book.future("BTC", mark: 70_070)
    book.future("BTC", mark: 72_100, kind: .dated(expiry: Book.now + .days(90)), venue: "dated")
    book.account(balances: ["USD": 10_000])
    book.fundings[Book.perpetual("BTC")] = FundingRate(rate: 0.0002, interval: .hours(8), nextStamp: nil)
    book.strategy(
      "core", [Book.holding("BTC", 1)], [Book.leg("BTC", -1, entry: 70_000), Book.leg("BTC", 0, venue: "dated")])
    book.strategy("second", [Book.holding("BTC", 1)], [Book.leg("BTC", -1, entry: 70_000)])
    return book
  }

  private static func rows(_ terms: CarryTerms = CarryTerms(), stamps: FundingStamps? = nil) throws
    -> [InstrumentCarry]
  {
    let book = try book()
    let market = CarryMarket(
      stamps: stamps.map { [Book.perpetual("BTC"): .stated($0)] } ?? [:], accounts: book.accounts)
    return InstrumentCarry.all(in: book.evaluate(), terms: terms, market: market)
  }

  @Test("each future once an account; only the dated one has a dated yield, only the perpetual a funding yield")
  func kinds() throws {
    let rows = try Self.rows()
    #expect(rows.map(\.leg.instrument.venue) == ["perp", "dated"])
    #expect(rows[0].annualisedBasis.unknownReason?.kind == .undefined && rows[0].basisPoints.isClose(to: 10))
    #expect(rows[1].fundingYield.unknownReason?.kind == .undefined && rows[1].days == 90)
    #expect(rows[1].annualisedBasis.isClose(to: 0.03 * 365 / 90))
    #expect(rows[0].fundingYield.isClose(to: 0.219))
  }

  @Test("after fees: the basis less four fees over its days, the funding less four fees over the holding period")
  func net() throws {
    let rows = try Self.rows(CarryTerms(spotFee: 0.001))
    let locked = try #require(rows[1].cashAndCarry.value)
    #expect(locked.source == .lockedBasis && isClose(locked.net, (0.03 - 0.003015) * 365 / 90))
    let floating = try #require(rows[0].cashAndCarry.value)
    #expect(floating.source == .currentFunding && isClose(floating.net, 0.219 - 0.003 * 365 / 30))
  }

  @Test("where the past is known the funding yield is its average, and says so")
  func average() throws {
    let rows = try Self.rows(stamps: HedgePricingTests.past(0.0001))
    let yield = try #require(rows[0].cashAndCarry.value)
    #expect(yield.source == .averageFunding && isClose(yield.gross, 0.1095))
  }

  @Test("a reverse takes a stated rate to borrow the coin at")
  func reverse() throws {
    #expect(try Self.rows()[0].reverseCarry.unknownReason?.kind == .notConfigured)
    let rows = try Self.rows(CarryTerms(spotFee: 0, borrowRates: ["BTC": 0.05]))
    let reverse = try #require(rows[0].reverseCarry.value)
    #expect(isClose(reverse.net, -0.219 - 0.05 - 0.001 * 365 / 30))
  }
}
