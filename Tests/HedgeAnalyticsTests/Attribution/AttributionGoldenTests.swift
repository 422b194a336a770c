import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

/// 5 BTC from 65,000 to 58,500 against a short of 2.5 from 65,100 to 58,480.
@Suite struct AttributionGoldenTests {
  static let positions = [
    AttributionOpening(AttributionBook.spot("BTC"), quantity: 5),
    AttributionOpening(AttributionBook.future("BTC"), quantity: 0),
  ]
  static let leg = AttributionBook.leg("BTC")

  static func market(_ hours: Double, _ spot: Double, _ future: Double) -> MarketPoint {
    AttributionBook.market(hours, spot: ["BTC": spot], linear: ["BTC": future])
  }

  static var entry: AttributionFill {
    AttributionFill(
      of: .leg(leg), contracts: .exact("-2.5"), price: 65_100, mid: 65_100, fee: .exact("81.375"))
  }

  static func funding(_ hours: Double, _ mark: Double) -> AttributionEvent {
    .funding([AttributionPayment(on: leg, AttributionBook.stamp(hours, rate: 0.0001, mark: mark))])
  }

  /// All stamps while the market stands still, or each at its own prices: the parts must not depend on it.
  static let paths: [[AttributionEvent]] = [
    [
      .market(market(0, 65_000, 65_100)), .fill(entry), funding(8, 65_000), funding(16, 62_000), funding(24, 60_000),
      .market(market(24.5, 58_500, 58_480)),
    ],
    [
      .market(market(0, 65_000, 65_100)), .fill(entry), .market(market(8, 65_000, 65_020)), funding(8, 65_000),
      .market(market(12, 70_000, 70_500)), .review, .market(market(16, 62_000, 61_950)), funding(16, 62_000),
      .mark(.rebalance), .market(market(24, 60_000, 60_001)), funding(24, 60_000),
      .market(market(24.5, 58_500, 58_480)),
    ],
  ]

  @Test("each part of the golden hedge, and nothing left over", arguments: paths.indices)
  func golden(path: Int) throws {
    let ledger = AttributionLedger(Self.positions, benchmark: AttributionBook.benchmark()).after(Self.paths[path])
    let spot = ledger.parts(of: .holding(AttributionBook.spotMarket("BTC")))
    #expect(spot.total.isClose(to: -32_500, 1e-12))
    #expect(spot.beta.isClose(to: -32_500, 1e-12))
    let alpha = try #require(spot.alpha.value)
    #expect(abs(alpha) < 1e-9)
    let future = ledger.parts(of: .leg(Self.leg))
    #expect(future.beta.isClose(to: 16_250, 1e-12))
    #expect(future.basis.isClose(to: 300, 1e-9))
    #expect(future.funding.value == .exact("46.75"))
    #expect(future.fees.value == .exact("-81.375"))
    #expect(future.slippage.value == 0)
    #expect(future.collateral.value == 0)
    let total = ledger.parts()
    #expect(total.total.isClose(to: -15_984.625, 1e-12))
    #expect(total.equityChange.value == .exact("-15984.625"))
    #expect(total.isSettled)
    #expect(isClose(try #require(total.sum), -15_984.625, 1e-12))
  }

  @Test("a short receives a positive rate and pays a negative one; a long the other way", arguments: [-2.0, 2.0])
  func fundingSign(contracts: Double) throws {
    for kind in [AttributedPosition.Kind.linear, .inverse] {
      for rate in [0.001, -0.001] {
        let leg = AttributionBook.leg("BTC", kind)
        let market = AttributionBook.market(0, spot: ["BTC": 100], linear: ["BTC": 100], inverse: ["BTC": 100])
        var ledger = AttributionLedger(
          [AttributionOpening(AttributionBook.future("BTC", kind), quantity: .exact(contracts.description))],
          benchmark: AttributionBook.benchmark())
        ledger.advance(to: market)
        ledger.settle([AttributionPayment(on: leg, AttributionBook.stamp(8, rate: rate, mark: 100))])
        let paid = try #require(ledger.parts().funding.value).inexact
        #expect(paid == -contracts * rate * (kind == .linear ? 100 : 1))
        #expect(ledger.parts().isSettled)
      }
    }
  }

  @Test("an inverse short of 100,000 at 0.01785 % earns 17.85, kept as 0.00255 BTC at 7,000 and revalued as coin")
  func inverseFunding() throws {
    let leg = AttributionBook.leg("BTC", .inverse)
    var ledger = AttributionLedger(
      [AttributionOpening(AttributionBook.future("BTC", .inverse), quantity: -100_000)],
      benchmark: AttributionBook.benchmark())
    ledger.advance(to: AttributionBook.market(0, spot: ["BTC": 7_000], inverse: ["BTC": 7_000]))
    ledger.settle([AttributionPayment(on: leg, AttributionBook.stamp(1, rate: 0.0001785, mark: 7_000))])
    #expect(ledger.parts().funding.value == .exact("17.85"))
    ledger.advance(to: AttributionBook.market(2, spot: ["BTC": 14_000], inverse: ["BTC": 14_000]))
    let parts = ledger.parts()
    #expect(parts.funding.value == .exact("17.85"))
    #expect(parts.collateral.isClose(to: 0.00255 * 7_000))
    #expect(parts.beta.isClose(to: -100_000))
    #expect(parts.isSettled)
  }

  @Test("a short inverse position of one coin's worth against a wallet of one coin brings nothing at any price")
  func syntheticDollar() throws {
    var ledger = AttributionLedger(
      [
        AttributionOpening(AttributionBook.future("BTC", .inverse, multiplier: 100), quantity: -500),
        AttributionOpening(AttributionBook.wallet("BTC"), quantity: 1),
      ], benchmark: AttributionBook.benchmark())
    for (hours, price) in [50_000.0, 20_000, 90_000, 1_000].enumerated() {
      ledger.advance(to: AttributionBook.market(Double(hours), spot: ["BTC": price], inverse: ["BTC": price]))
      if hours == 1 { ledger.cut() }
      let parts = ledger.parts()
      #expect(abs(try #require(parts.total.value)) < 1e-9)
      #expect(isClose(try #require(parts.beta.value), -(try #require(parts.collateral.value)), 1e-9))
      #expect(parts.isSettled)
    }
  }
}
