import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

/// A hedge of real coins through the hours of March to July 2021, the crash of May among them.
@Suite(.enabled(if: ReferenceTable.isPresent, "the shared market data is not beside this package"))
struct AttributionReferenceTests {
  /// Spot and mark of two coins, hour by hour, and the stamps between.
  static func path() throws -> [(market: MarketPoint, stamps: [AttributionPayment])] {
    let hours = try #require(ReferenceTable("perp_spot_1h_2021-03_2021-07.csv"))
    let funding = try #require(ReferenceTable("funding_binance_2020_2022H1.csv"))
    var stamps: [String: [AttributionPayment]] = [:]
    for row in funding.rows {
      guard let coin = coin(of: row), let time = Timestamp(iso8601: row["time"]) else { continue }
      let stamp = FundingStamp(time: time, rate: row.number("rate"), markPrice: row.number("mark_price"))
      stamps[row["time"], default: []].append(AttributionPayment(on: AttributionBook.leg(coin), stamp))
    }
    var rows: [String: [Asset: (spot: Double, mark: Double)]] = [:]
    for row in hours.rows {
      guard let coin = coin(of: row) else { continue }
      rows[row["open_time"], default: [:]][coin] = (row.number("spot_close"), row.number("mark_close"))
    }
    return rows.sorted { $0.key < $1.key }.compactMap { time, prices in
      guard let open = Timestamp(iso8601: time), prices.count == 2 else { return nil }
      func named(_ price: ((spot: Double, mark: Double)) -> Double, _ future: Bool) -> [InstrumentID: Double] {
        Dictionary(
          uniqueKeysWithValues: prices.map {
            (future ? AttributionBook.leg($0.key).instrument : AttributionBook.spotMarket($0.key), price($0.value))
          })
      }
      let point = MarketPoint(
        at: open + .hours(1), quotes: named(\.spot, false), marks: named(\.mark, true), betas: ["BTC": 1, "ETH": 1.2])
      return (point, stamps[(open + .hours(1)).iso8601] ?? [])
    }
  }

  private static func coin(of row: ReferenceTable.Row) -> Asset? {
    ["BTCUSDT": "BTC", "ETHUSDT": "ETH"][row["symbol"]]
  }

  @Test("a real half-year of hours leaves no cent over, and its funding is what the stamps paid")
  func noResidual() throws {
    let path = try Self.path()
    var ledger = AttributionLedger(
      [
        AttributionOpening(AttributionBook.spot("BTC"), quantity: 2),
        AttributionOpening(AttributionBook.spot("ETH"), quantity: 30),
        AttributionOpening(AttributionBook.future("BTC"), quantity: .exact("-1.5")),
        AttributionOpening(AttributionBook.future("ETH"), quantity: -20),
      ], benchmark: AttributionBook.benchmark())
    var received = Decimal(0)
    for (market, stamps) in path {
      let isFirst = ledger.point == nil
      ledger.advance(to: market)
      guard !isFirst else { continue }
      ledger.settle(stamps)
      for payment in stamps {
        let held = try #require(ledger.contracts(of: .leg(payment.leg)))
        received -=
          held * .exact((payment.stamp.markPrice ?? .nan).description) * .exact(payment.stamp.rate.description)
      }
    }
    let first = try #require(path.first).market
    let last = try #require(path.last).market
    let total = ledger.parts()
    #expect(total.isSettled)
    #expect(received != 0 && total.funding.value == received)
    func price(_ coin: Asset, _ point: MarketPoint) throws -> Double {
      try #require(point.markets[AttributionBook.spotMarket(coin)]?.quote.value?.price)
    }
    let spot = try 2 * (price("BTC", last) - price("BTC", first)) + 30 * (price("ETH", last) - price("ETH", first))
    let coins = try ["BTC", "ETH"].map {
      try #require(ledger.parts(of: .holding(AttributionBook.spotMarket(Asset($0)))).total.value)
    }
    #expect(isClose(coins[0] + coins[1], spot))
    #expect(isClose(try #require(total.sum), try #require(total.total.value)))
  }
}
