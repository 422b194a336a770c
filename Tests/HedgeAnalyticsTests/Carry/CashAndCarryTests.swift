import HedgeAnalytics
import HedgeModel
import Testing

/// Carry trades, with the right answers where the articles err.
@Suite struct CashAndCarryTests {
  /// 10,000 of spot bought at 70,000 against a future sold at 72,100.
  private static func profit(at settlement: Double, futureQuantity: Double) -> CashAndCarry.Profit {
    CashAndCarry.profit(
      spotQuantity: 10_000 / 70_000, futureQuantity: futureQuantity, spotEntry: 70_000, futureEntry: 72_100,
      spot: settlement, future: settlement)
  }

  @Test(
    "70,000 against 72,100 on $10,000 earns $300.00 with equal quantities of 0.142857, not $2,100; equal notionals earn what the settlement brings",
    arguments: [(65_000.0, 270.46), (70_000, 291.26), (80_000, 332.87)])
  func locked(settlement: Double, equalNotionals: Double) {
    let coins = 10_000.0 / 70_000
    #expect(isPrinted(coins, 0.142857, digits: 6))
    #expect(isPrinted(Self.profit(at: settlement, futureQuantity: -coins).total, 300, digits: 2))
    #expect(isPrinted(Self.profit(at: settlement, futureQuantity: -10_000 / 72_100).total, equalNotionals, digits: 2))
  }

  @Test("at 65,000 the spot loses 714.29, the short future gains 1,014.29: not both lose")
  func sides() {
    let profit = Self.profit(at: 65_000, futureQuantity: -10_000 / 70_000)
    #expect(isPrinted(profit.spot, -714.29, digits: 2) && isPrinted(profit.future, 1_014.29, digits: 2))
    #expect(isPrinted(profit.total, 300, digits: 2))
  }

  @Test("reverse carry sells spot and buys the future: it earns where cash-and-carry loses, when the basis is negative")
  func reverse() throws {
    let (spot, future) = (70_000.0, 68_600.0)
    let bought = CashAndCarry.profit(
      spotQuantity: -1, futureQuantity: 1, spotEntry: spot, futureEntry: future, spot: 60_000, future: 60_000)
    #expect(isClose(bought.total, 1_400))
    let basis = Basis.fraction(future: future, spot: spot)
    let reverse = try #require(CashAndCarry.locked(.reverse, basis: basis, days: 73, borrowRate: 0.02).value)
    #expect(isClose(reverse.gross, 0.1) && isClose(reverse.net, 0.08) && isClose(reverse.borrow, 0.02))
    #expect((CashAndCarry.locked(.cashAndCarry, basis: basis, days: 73).value?.net ?? 1) < 0)
  }

  @Test("a hedge takes H·β_S·V_S/V_F contracts, not V_spot/V_fut")
  func contracts() throws {
    let contracts = try #require(
      HedgeSizing.contractsToTrade(hedgeRatio: 0.8, spotBetaValue: 1.2 * 100_000, contractValue: 5_000))
    #expect(isClose(contracts, -19.2))
  }

  @Test("long spot and a short future gain when the basis narrows, by what it narrows, wherever the price goes")
  func narrowing() {
    for spot in [50_000.0, 70_000, 90_000] {
      let profit = CashAndCarry.profit(
        spotQuantity: 2, futureQuantity: -2, spotEntry: 70_000, futureEntry: 70_700, spot: spot, future: spot + 300)
      #expect(isClose(profit.total, 2 * 400))
    }
  }

  @Test("a positive rate is collected by long spot and a short perpetual; longs on both sides pay it")
  func collects() throws {
    let yield = try #require(
      CashAndCarry.funding(.cashAndCarry, annualRate: 0.1095, source: .currentFunding, days: 30).value)
    #expect(isClose(yield.net, 0.1095) && yield.compound == nil)
    let reverse = try #require(
      CashAndCarry.funding(.reverse, annualRate: 0.1095, source: .currentFunding, days: 30, borrowRate: 0.01).value)
    #expect(isClose(reverse.gross, -0.1095) && isClose(reverse.net, -0.1195))
    #expect(FundingCash.received(notional: 60_000, rate: 0.0001) < 0)
  }

  @Test("3 % in 90 days after four fees: 2.6985 % earned, 10.94 % a year simple, 11.40 % compound")
  func afterFees() throws {
    let fees = CarryFees(spot: 0.001, future: 0.0005)
    let yield = try #require(CashAndCarry.locked(.cashAndCarry, basis: 0.03, days: 90, fees: fees).value)
    #expect(isClose(yield.earned, 0.026985) && isClose(yield.net, 0.10943916666666667))
    #expect(isClose(yield.compound ?? .nan, 0.1140350415412974))
    #expect(isPrinted(yield.gross, 0.1217, digits: 4) && isClose(yield.gross - yield.fees, yield.net))
    #expect(yield.source == .lockedBasis)
  }

  @Test(
    "3 % to the end of a quarter, no fees: 12.17, 12.03, 11.90 % simple",
    arguments: [(90.0, 0.1217), (91, 0.1203), (92, 0.1190)])
  func quarter(days: Double, net: Double) throws {
    let yield = try #require(CashAndCarry.locked(.cashAndCarry, basis: 0.03, days: days).value)
    #expect(isPrinted(yield.net, net, digits: 4))
  }

  @Test("without a rate to borrow at there is no reverse; an expired future and no holding period have no yield")
  func unknown() {
    #expect(CashAndCarry.locked(.reverse, basis: -0.01, days: 30).unknownReason?.kind == .notConfigured)
    #expect(
      CashAndCarry.funding(.reverse, annualRate: -0.1, source: .averageFunding, days: 30).unknownReason?.kind
        == .notConfigured)
    #expect(CashAndCarry.locked(.cashAndCarry, basis: 0.01, days: 0).unknownReason?.kind == .undefined)
    #expect(
      CashAndCarry.funding(.cashAndCarry, annualRate: 0.1, source: .averageFunding, days: 0).unknownReason != nil)
    #expect(CashAndCarry.locked(.cashAndCarry, basis: -1.5, days: 30).value?.compound == nil)
  }

  @Test(
    "every row of the dated futures reference, without fees",
    .enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
  func reference() throws {
    let table = try #require(ReferenceTable("reference/quarterly__basis_quarterly_BTCUSD_coinm_2021.csv"))
    for row in table.rows {
      let yield = try #require(
        CashAndCarry.locked(.cashAndCarry, basis: row.number("basis_mid"), days: row.number("dte")).value)
      #expect(isClose(yield.net, row.number("ann_simple_mid")), "\(row)")
      #expect(isClose(yield.compound ?? .nan, row.number("ann_compound_mid")), "\(row)")
    }
  }
}
