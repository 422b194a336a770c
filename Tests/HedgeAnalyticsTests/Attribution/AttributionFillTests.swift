import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct AttributionFillTests {
  static let leg = AttributionBook.leg("BTC")
  static let market = AttributionBook.market(0, spot: ["BTC": 100], linear: ["BTC": 101], inverse: ["BTC": 101])

  static func ledger(
    _ kind: AttributedPosition.Kind = .linear, contracts: Decimal = 0, at market: MarketPoint = market
  ) -> AttributionLedger {
    AttributionLedger(
      [AttributionOpening(AttributionBook.future("BTC", kind), quantity: contracts)],
      benchmark: AttributionBook.benchmark()
    ).after([.market(market)])
  }

  @Test(
    "buying above the mid and selling below it costs, the other way round gains; mid against mark is basis",
    arguments: [(2, 103, 102), (2, 101, 102), (-2, 103, 102), (-2, 101, 102)])
  func slippage(contracts: Int, price: Int, mid: Int) throws {
    var ledger = Self.ledger()
    ledger.fill(
      AttributionFill(
        of: .leg(Self.leg), contracts: Decimal(contracts), price: Decimal(price), mid: Decimal(mid), fee: 1))
    let parts = ledger.parts()
    #expect(parts.slippage.value == Decimal(contracts * (mid - price)))
    #expect(parts.basis.value == Double(contracts * (101 - mid)))
    #expect(parts.fees.value == -1)
    #expect(parts.beta.value == 0 && parts.alpha.value == 0)
    #expect(parts.residual.value == 0)
  }

  @Test("an inverse fill's slippage is in coin, counted at the coin's price")
  func inverseSlippage() throws {
    var ledger = Self.ledger(.inverse)
    ledger.fill(
      AttributionFill(
        of: .leg(AttributionBook.leg("BTC", .inverse)), contracts: -1_000, price: 100, mid: 101, fee: 0))
    let parts = ledger.parts()
    #expect(isClose(try #require(parts.slippage.value).inexact, -1_000 * (1 / 100.0 - 1 / 101.0) * 100))
    #expect(parts.isSettled)
  }

  @Test("without a mid slippage and basis are unknown, the total is not")
  func noMid() throws {
    var ledger = Self.ledger()
    ledger.fill(AttributionFill(of: .leg(Self.leg), contracts: 2, price: 100, mid: nil, fee: 1))
    let parts = ledger.parts()
    #expect(parts.slippage.unknownReason?.kind == .notReceived)
    #expect(parts.basis.unknownReason == parts.slippage.unknownReason)
    #expect(parts.total.value == 1)
    #expect(parts.residual.value == 0)
    #expect(parts.beta.value == 0)
  }

  @Test("without a fee the fees and everything net of them are unknown")
  func noFee() throws {
    var ledger = Self.ledger()
    ledger.fill(AttributionFill(of: .leg(Self.leg), contracts: 2, price: 100, mid: 100, fee: nil))
    let parts = ledger.parts()
    #expect(parts.fees.value == nil && parts.total.value == nil && parts.residual.value == nil)
    #expect(parts.slippage.value == 0 && parts.basis.value == 2)
  }

  @Test("contracts follow the fills, through zero; a fill of what is not there is refused")
  func contracts() throws {
    var ledger = Self.ledger(contracts: -3)
    for (traded, held) in [(2, -1), (5, 4), (-4, 0)] {
      let fill = AttributionFill(of: .leg(Self.leg), contracts: Decimal(traded), price: 101, mid: 101, fee: 0)
      let isTaken = ledger.fill(fill)
      #expect(isTaken)
      #expect(ledger.contracts(of: .leg(Self.leg)) == Decimal(held))
    }
    let elsewhere = AttributionFill(of: .holding(Self.leg.instrument), contracts: 1, price: 1, mid: nil, fee: nil)
    let isTaken = ledger.fill(elsewhere)
    #expect(!isTaken)
    #expect(ledger.parts().total.value == 0)
  }

  @Test("at a fill without a mark its mid stands for the mark, and what needs the spot price is unknown")
  func fillWithoutMarket() throws {
    var ledger = Self.ledger(contracts: -3)
    ledger.advance(to: AttributionBook.market(1, spot: ["ETH": 1]))
    ledger.fill(AttributionFill(of: .leg(Self.leg), contracts: 1, price: 91, mid: 90, fee: 0))
    ledger.advance(to: AttributionBook.market(2, spot: ["BTC": 100], linear: ["BTC": 101]))
    let parts = ledger.parts()
    #expect(parts.beta.value == nil && parts.alpha.value == nil && parts.basis.value == nil)
    #expect(parts.slippage.value == -1)
    #expect(parts.total.value == 10)
    #expect(parts.residual.value == 0)
  }
}
