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
      instrument: instrument(.perpetual(fundingInterval: .hours(8)), "PERP"), basis: .stated(0), fee: .stated(0.0005),
      slippage: .unknown(UnknownReason(.notReceived, "no book")), stamps: .stated(HedgePricingTests.past(rate)),
      rate: FundingRate(rate: rate, interval: .hours(8), nextStamp: Book.now + .hours(8)))
  }

  private static func dated(
    _ basis: Double, days: Double, slippage: Reading<Double> = .stated(0.0001)
  ) -> HedgeCandidate {
    HedgeCandidate(
      instrument: instrument(.dated(expiry: Book.now + .days(days)), "DATED"), basis: .stated(basis),
      fee: .stated(0.0005), slippage: slippage, stamps: .stated([]))
  }

  private static func compare(_ candidates: [HedgeCandidate], holding: Double = 30) -> [HedgeAlternative] {
    HedgeAlternative.compare(
      candidates, notional: -325_000, terms: HedgePriceTerms(holdingPeriod: .days(holding)), at: Book.now)
  }

  @Test("the same short in a perpetual that pays it and a future in contango: cost, basis, roll date side by side")
  func sideBySide() throws {
    let rows = Self.compare([Self.dated(0.01, days: 60), Self.perpetual(rate: 0.0001)])
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
    let rows = Self.compare([Self.perpetual(rate: -0.0001), Self.dated(0.01, days: 10)])
    #expect(rows.map(\.instrument.id.symbol) == ["DATED", "PERP"])
    #expect(rows[0].rollDate == Book.now + .days(10) && rows[0].rollCost.isClose(to: 325 + 65))
  }

  @Test("an alternative whose cost is unknown comes last, with the reason")
  func unknown() {
    let rows = Self.compare([Self.dated(0.01, days: -1), Self.perpetual(rate: -0.01)])
    #expect(rows.map(\.instrument.id.symbol) == ["PERP", "DATED"])
    #expect(rows[1].cost.unknownReason?.detail == "v:DATED has expired")
  }

  @Test("without depth the cost leaves the slippage out and says so")
  func noDepth() {
    let row = Self.compare([Self.dated(0, days: 60, slippage: .unknown(UnknownReason(.notReceived, "no book")))])[
      0]
    #expect(row.slippage.unknownReason?.detail == "no book" && row.cost.isClose(to: 325))
  }

  @Test("a strategy's own futures on a coin are compared at the notional held in all of them")
  func ofStrategy() throws {
    var book = try HedgePricingTests.book()
    let dated = book.future("BTC", mark: 65_650, kind: .dated(expiry: Book.now + .days(60)), venue: "dated")
    book.strategies = []
    book.strategy(
      "core", [Book.holding("BTC", 5)],
      [Book.leg("BTC", -3, entry: 65_000), Book.leg("BTC", 0, venue: "dated")], ratio: 1)
    let market = CarryMarket(
      stamps: [HedgePricingTests.id: .stated(HedgePricingTests.past(-0.0001))], accounts: book.accounts)
    let comparisons = HedgeAlternatives.all(
      of: book.evaluate().strategies[0], terms: HedgePriceTerms(holdingPeriod: .days(30)), market: market, at: Book.now)
    let comparison = try #require(comparisons.first)
    #expect(comparisons.count == 1 && comparison.underlying == "BTC" && isClose(comparison.notional, -195_000))
    #expect(comparison.alternatives.map(\.instrument.id) == [dated, HedgePricingTests.id])
    #expect(comparison.alternatives[1].cost.isClose(to: 195 + 195_000 * 0.009))
    book.missingMarkets = [HedgePricingTests.id]
    let unknown = HedgeAlternatives.all(
      of: book.evaluate().strategies[0], terms: HedgePriceTerms(holdingPeriod: .days(30)), market: market, at: Book.now)
    #expect(unknown.isEmpty)
  }

  @Test("an unknown fee leaves the cost unknown")
  func unknownFee() {
    let reason = UnknownReason(.notConfigured, "no account")
    let candidate = HedgeCandidate(
      instrument: Self.instrument(.dated(expiry: Book.now + .days(9)), "X"), basis: .stated(0.01),
      fee: .unknown(reason), slippage: .stated(0), stamps: .stated([]))
    #expect(Self.compare([candidate])[0].cost.unknownReason == reason)
  }
}
