import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct BasisTests {
  @Test(
    "3 % to a quarter's end, a year: 12.17, 12.03, 11.90 % simple by the real days",
    arguments: [(90.0, 0.1217), (91, 0.1203), (92, 0.1190)])
  func annualised(days: Double, yield: Double) {
    #expect(isPrinted(Basis.annualisedSimple(basis: 0.03, days: days), yield, digits: 4), "\(days) days")
  }

  @Test("a perpetual and an expired future have no dated yield")
  func undefined() {
    var book = Book()
    book.list("BTC", price: 70_000)
    let perpetual = book.future("BTC", mark: 70_070)
    let expired = book.future("BTC", mark: 70_070, kind: .dated(expiry: Book.now), venue: "old")
    for id in [perpetual, expired] {
      guard let instrument = book.instruments[id] else { continue }
      let yield = Basis.annualised(basis: .stated(0.001), of: instrument, at: Book.now)
      #expect(yield.unknownReason?.kind == .undefined, "\(id)")
    }
  }

  @Test("a leg shows its basis in basis points, a dated one also its yield")
  func legs() {
    var book = Book()
    book.list("BTC", price: 70_000)
    book.future("BTC", mark: 69_930)
    book.future("BTC", mark: 72_100, kind: .dated(expiry: Book.now + .days(90)), venue: "dated")
    book.account(balances: ["USD": 10_000])
    book.strategy(
      "core", [Book.holding("BTC", 1)], [Book.leg("BTC", -1, entry: 70_000), Book.leg("BTC", 0, venue: "dated")])
    let legs = book.evaluate().strategies[0].legs
    #expect(legs[0].basis.isClose(to: -10))
    #expect(legs[0].annualisedBasis.unknownReason?.kind == .undefined)
    #expect(legs[1].basis.isClose(to: 300))
    #expect(legs[1].annualisedBasis.isClose(to: 0.03 * 365 / 90))
    #expect(legs[1].funding.rate.unknownReason?.kind == .undefined)
  }

  @Test(
    "every row of the basis reference; a missing price leaves the basis unknown",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
  func reference() throws {
    let table = try #require(ReferenceTable("reference/basis_points__perp_spot_1h_2021-03_2021-07.csv"))
    for row in table.rows {
      let spot = row.number("spot")
      for (price, column) in [("perp", "perp_basis_bps"), ("mark", "mark_basis_bps")] {
        let basis = Basis.basisPoints(future: row.number(price), spot: spot)
        let expected = row.number(column)
        #expect(expected.isNaN ? basis.isNaN : isClose(basis, expected), "\(column): \(basis), expected in \(row)")
      }
    }
  }

  @Test(
    "every row of the dated futures reference",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
  func dated() throws {
    let table = try #require(ReferenceTable("reference/quarterly__basis_quarterly_BTCUSD_coinm_2021.csv"))
    for row in table.rows {
      let (expiry, time) = (Timestamp(iso8601: row["expiry"]), Timestamp(iso8601: row["time"]))
      let days = (try #require(expiry) - (try #require(time))).inDays
      #expect(isClose(days, row.number("dte")), "\(row)")
      for (spot, suffix) in [("spot_daily_close", "close"), ("spot_mid", "mid")] {
        let basis = Basis.fraction(future: row.number("futures_mid"), spot: row.number(spot))
        #expect(isClose(basis, row.number("basis_\(suffix)")), "\(row)")
        let (simple, compound) = (
          Basis.annualisedSimple(basis: basis, days: days), Basis.annualisedCompound(basis: basis, days: days)
        )
        #expect(isClose(simple, row.number("ann_simple_\(suffix)")), "\(simple), expected in \(row)")
        #expect(isClose(compound, row.number("ann_compound_\(suffix)")), "\(compound), expected in \(row)")
      }
    }
  }
}
