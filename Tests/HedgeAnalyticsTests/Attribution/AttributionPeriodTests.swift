import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct AttributionPeriodTests {
  /// 22:13 UTC; midnight is 1.78 hours later.
  static let opened = AttributionBook.opened
  static let coin: Asset = "ETH"
  static let holding = AttributedPosition.ID.holding(AttributionBook.spotMarket(coin))

  static func market(_ hours: Double, _ price: Double?, benchmark: Double? = 100, beta: Double? = 2) -> MarketPoint {
    AttributionBook.market(
      hours, spot: [coin: price, "BTC": benchmark].compactMapValues { $0 },
      betas: [coin: beta, "BTC": 1].compactMapValues { $0 })
  }

  static func ledger(_ markets: MarketPoint..., entry: AttributedPosition.Entry? = nil) -> AttributionLedger {
    var ledger = AttributionLedger(
      [AttributionOpening(AttributionBook.spot(coin), quantity: 10, entry: entry)],
      benchmark: AttributionBook.benchmark())
    for market in markets { ledger.advance(to: market) }
    return ledger
  }

  @Test("today begins with the first market of a UTC day, the rebalance where it is marked")
  func periods() throws {
    var ledger = Self.ledger(Self.market(0, 100), Self.market(1, 110))
    ledger.mark(.rebalance)
    ledger.advance(to: Self.market(2, 150))
    ledger.advance(to: Self.market(3, 170))
    #expect(ledger.parts(since: .start).total.value == 700)
    #expect(ledger.parts(since: .rebalance).total.value == 600)
    #expect(ledger.parts(since: .today).total.value == 200)
    #expect(ledger.figures(since: .start).since == Self.opened)
    #expect(ledger.figures(since: .rebalance).since == Self.opened + .hours(1))
    #expect(ledger.figures(since: .today).since == Self.opened + .hours(2))
    for period in AttributionPeriod.allCases { #expect(ledger.parts(since: period).residual.value == 0) }
  }

  @Test("refreshes between events change nothing: a segment is split by the beta and the value of its start")
  func refreshes() throws {
    let few = Self.ledger(Self.market(0, 100), Self.market(1, 130, benchmark: 110, beta: 5))
    let many = Self.ledger(
      Self.market(0, 100), Self.market(0.2, 50, benchmark: 180, beta: 3), Self.market(0.7, nil, benchmark: nil),
      Self.market(1, 130, benchmark: 110, beta: 5))
    #expect(few.parts() == many.parts())
    #expect(few.parts().beta.isClose(to: 1_000 * 2 * 0.1))
    #expect(few.parts().alpha.isClose(to: 300 - 200))
  }

  @Test("a review ends the segment: the beta of then counts from there")
  func review() throws {
    var ledger = Self.ledger(Self.market(0, 100), Self.market(1, 130, benchmark: 110, beta: 5))
    ledger.cut()
    ledger.advance(to: Self.market(1.5, 130, benchmark: 121, beta: 9))
    #expect(ledger.parts().beta.isClose(to: 200 + 1_300 * 5 * 0.1))
    #expect(ledger.parts().total.value == 300)
  }

  @Test("a missing price makes the profit unknown while it is missing, and no longer")
  func missing() throws {
    var ledger = Self.ledger(Self.market(0, 100), Self.market(0.5, nil))
    #expect(ledger.parts().total.unknownReason?.kind == .notReceived)
    ledger.cut()
    ledger.advance(to: Self.market(1, 120))
    #expect(ledger.parts().total.value == 200)
    #expect(ledger.parts().beta.value == 0)
  }

  @Test("without a benchmark price, or a beta, only the split is unknown")
  func split() throws {
    let benchmark = Self.ledger(Self.market(0, 100), Self.market(1, 120, benchmark: nil)).parts()
    let beta = Self.ledger(Self.market(0, 100, beta: nil), Self.market(1, 120, beta: nil)).parts()
    for parts in [benchmark, beta] {
      #expect(parts.beta.value == nil && parts.alpha.value == nil)
      #expect(parts.basis.value == 0 && parts.total.value == 200 && parts.residual.value == 0)
    }
  }

  @Test("a beta that comes late counts for the segment it comes in")
  func lateBeta() throws {
    let ledger = Self.ledger(
      Self.market(0, 100, beta: nil), Self.market(0.5, 110, beta: 3), Self.market(1, 120, benchmark: 105, beta: 7))
    #expect(ledger.parts().beta.isClose(to: 1_000 * 3 * 0.05))
  }

  @Test("a day that begins without a price is unknown to its end, the start is not")
  func dayWithoutPrice() throws {
    var ledger = Self.ledger(Self.market(0, 100), Self.market(2, nil), Self.market(3, 120))
    #expect(ledger.parts(since: .today).total.unknownReason?.kind == .notReceived)
    #expect(ledger.parts().total.value == 200)
    ledger.advance(to: Self.market(26, 125))
    ledger.advance(to: Self.market(27, 126))
    #expect(ledger.parts(since: .today).total.value == 10)
    #expect(ledger.parts().total.value == 260)
  }

  @Test("from a stated entry price the total is known; the split only where the market of then is")
  func entry() throws {
    let bare = Self.ledger(Self.market(1, 120), entry: AttributedPosition.Entry(price: 90, at: Self.opened))
    #expect(bare.parts().total.value == 300)
    #expect(bare.parts().beta.unknownReason != nil && bare.parts().alpha.unknownReason != nil)
    #expect(bare.figures(since: .start).since == Self.opened)
    let known = Self.ledger(
      Self.market(1, 120),
      entry: AttributedPosition.Entry(price: 90, at: Self.opened, market: Self.market(0, 91, benchmark: 80)))
    #expect(known.parts().beta.isClose(to: 900 * 2 * 0.25))
    #expect(known.parts().total.value == 300)
    #expect(known.parts().residual.value == 0)
  }

  @Test("a stale first price begins nothing; before any there is no profit to show")
  func beginning() throws {
    #expect(Self.ledger().parts().total.unknownReason != nil)
    let stale = Provenance(asOf: Self.opened, source: "late", isStale: true)
    var market = InstrumentMarket(unknown: AttributionBook.spotMarket(Self.coin))
    market.quote = Quote(price: 50).map { .known($0, stale) } ?? market.quote
    let point = MarketPoint(
      at: Self.opened, markets: [AttributionBook.spotMarket(Self.coin): market], betas: BetaLookup(stated: [:]))
    #expect(Self.ledger(point).parts().total.unknownReason != nil)
    #expect(Self.ledger(point, Self.market(1, 120), Self.market(1.5, 121)).parts().total.value == 10)
  }

  @Test("an earlier market than the newest is ignored")
  func order() {
    let ledger = Self.ledger(Self.market(0, 100), Self.market(1, 130), Self.market(0.5, 10))
    #expect(ledger.parts().total.value == 300)
    #expect(ledger.point?.at == Self.opened + .hours(1))
  }

  @Test("funding that is told late counts in the period of its stamp, and leaves nothing over")
  func lateFunding() throws {
    for kind in [AttributedPosition.Kind.linear, .inverse] {
      let leg = AttributionBook.leg("BTC", kind)
      let opening = AttributionOpening(
        AttributionBook.future("BTC", kind, multiplier: 10), quantity: -7,
        entry: AttributedPosition.Entry(price: 100, at: Self.opened))
      func market(_ hours: Double, _ price: Double) -> MarketPoint {
        AttributionBook.market(hours, spot: ["BTC": price], linear: ["BTC": price], inverse: ["BTC": price])
      }
      var ledger = AttributionLedger([opening], benchmark: AttributionBook.benchmark())
        .after([.market(market(20, 110)), .market(market(27, 120)), .market(market(28, 130))])
      ledger.settle([
        AttributionPayment(on: leg, AttributionBook.stamp(8, rate: 0.01, mark: 105)),
        AttributionPayment(on: leg, AttributionBook.stamp(27.5, rate: 0.001, mark: 125)),
        AttributionPayment(on: leg, AttributionBook.stamp(-1, rate: 1, mark: 100)),
      ])
      ledger.advance(to: market(29, 90))
      let (old, new) = kind == .linear ? (73.5, 8.75) : (0.7, 0.07)
      #expect(isClose(try #require(ledger.parts(since: .start).funding.value).inexact, old + new))
      #expect(isClose(try #require(ledger.parts(since: .today).funding.value).inexact, new))
      for period in AttributionPeriod.allCases { #expect(ledger.parts(since: period).isSettled) }
    }
  }
}
