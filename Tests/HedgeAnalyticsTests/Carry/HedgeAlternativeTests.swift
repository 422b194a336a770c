import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct HedgeAlternativeTests {
  private static func instrument(_ kind: Instrument.Kind, _ symbol: String) -> Instrument {
    Instrument(
      id: InstrumentID(venue: "v", symbol: symbol), kind: kind, underlying: "BTC", quote: "USD", settlement: "USD",
      tickSize: 1, lotStep: 1)
  }

  private static func perpetual(rate: Double) -> HedgeCandidate {
    HedgeCandidate(
      instrument: instrument(.perpetual(fundingInterval: .hours(8)), "PERP"), price: .stated(65_000),
      spot: .stated(65_000), fee: 0.0005, stamps: .stated(HedgePricingTests.past(rate)),
      rate: FundingRate(rate: rate, interval: .hours(8), nextStamp: Book.now + .hours(8)).map { .stated($0) }
        ?? .unknown(UnknownReason(.invalid, "")))
  }

  private static func dated(_ price: Double, days: Double, slippage: Reading<Double> = .stated(0.0001))
    -> HedgeCandidate
  {
    HedgeCandidate(
      instrument: instrument(.dated(expiry: Book.now + .days(days)), "DATED"), price: .stated(price),
      spot: .stated(65_000), fee: 0.0005, slippage: slippage)
  }

  private static func compare(_ candidates: [HedgeCandidate], holding: Double = 30) -> [HedgeAlternative] {
    HedgeAlternative.compare(
      candidates, notional: -325_000, terms: HedgePriceTerms(holdingPeriod: .days(holding)), at: Book.now)
  }

  @Test("the same short in a perpetual that pays it and a future in contango: cost, basis, roll date side by side")
  func sideBySide() throws {
    let rows = Self.compare([Self.dated(65_650, days: 60), Self.perpetual(rate: 0.0001)])
    #expect(rows.map(\.instrument.id.symbol) == ["PERP", "DATED"])
    #expect(rows[0].cost.isClose(to: 325 - 2_925) && rows[0].basis.isClose(to: 0) && rows[0].rollDate == nil)
    let dated = rows[1]
    #expect(dated.basis.isClose(to: 0.01) && dated.carry.isClose(to: 325_000 * 0.01 / 1.01 / 2))
    #expect(dated.slippage.isClose(to: 65) && dated.cost.isClose(to: 325 + 65 - 325_000 * 0.01 / 1.01 / 2))
    #expect(dated.costPerYear.isClose(to: (dated.cost.value ?? 0) / 325_000 * 365 / 30))
    #expect(dated.outcomes.unknownReason?.kind == .undefined && rows[0].outcomes.value?.count == 210)
  }

  @Test("where shorts pay, the future is cheaper; held beyond its expiry it pays to be rolled")
  func rolled() {
    let rows = Self.compare([Self.perpetual(rate: -0.0001), Self.dated(65_650, days: 10)])
    #expect(rows.map(\.instrument.id.symbol) == ["DATED", "PERP"])
    #expect(rows[0].rollDate == Book.now + .days(10) && isClose(rows[0].rollCost, 325 + 65))
  }

  @Test("an alternative whose cost is unknown comes last, with the reason")
  func unknown() {
    let rows = Self.compare([Self.dated(65_650, days: -1), Self.perpetual(rate: -0.01)])
    #expect(rows.map(\.instrument.id.symbol) == ["PERP", "DATED"])
    #expect(rows[1].cost.unknownReason?.detail == "v:DATED has expired")
  }

  @Test("without depth the cost leaves the slippage out and says so")
  func noDepth() {
    let row = Self.compare([Self.dated(65_000, days: 60, slippage: .unknown(UnknownReason(.notReceived, "no book")))])[
      0]
    #expect(row.slippage.unknownReason?.detail == "no book" && row.cost.isClose(to: 325))
  }
}
