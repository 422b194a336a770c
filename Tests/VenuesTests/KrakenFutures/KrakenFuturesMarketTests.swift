import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Kraken Futures' market")
struct KrakenFuturesMarketTests {
  private let market = KrakenFuturesMarket()
  private let now = Timestamp(milliseconds: 1_680_307_198_986)
  private let inverse = Instrument.perpetual("kraken-futures", "PI_XBTUSD", .inverse)
  private let linear = Instrument.perpetual("kraken-futures", "PF_XBTUSD")

  private func client(_ answers: [(path: String, text: String)]) -> CannedClient {
    CannedClient(now: now, answers: answers)
  }

  @Test("asks only what reads")
  func endpoints() {
    for endpoint in KrakenFuturesEndpoints.all {
      #expect(endpoint.method == .get)
      #expect(
        !["order/", "sendorder", "cancel", "transfer", "withdrawal", "batchorder"].contains {
          endpoint.path.contains($0)
        })
    }
  }

  private let specifications = #"""
    {"result":"success","instruments":[
     {"symbol":"pi_xbtusd","type":"futures_inverse","underlying":"rr_xbtusd","tickSize":0.5,"contractSize":1,
      "tradeable":true,"fundingRateCoefficient":8,"marginLevels":[
       {"contracts":0,"initialMargin":0.02,"maintenanceMargin":0.01},
       {"contracts":500000,"initialMargin":0.04,"maintenanceMargin":0.02}]},
     {"symbol":"PF_XBTUSD","pair":"XBT:USD","base":"BTC","quote":"USD","type":"flexible_futures","tickSize":1,
      "contractSize":1,"tradeable":true,"contractValueTradePrecision":4,"fundingRateCoefficient":8,"marginLevels":[
       {"numNonContractUnits":0,"initialMargin":0.02,"maintenanceMargin":0.01},
       {"numNonContractUnits":500000,"initialMargin":0.04,"maintenanceMargin":0.02}]},
     {"symbol":"FF_XBTUSD_260626","pair":"XBT:USD","type":"flexible_futures","tickSize":1,"contractSize":1,
      "tradeable":true,"contractValueTradePrecision":4,"lastTradingTime":"2026-06-26T15:00:00.000Z"},
     {"symbol":"PF_PEPEUSD","pair":"PEPE:USD","type":"flexible_futures","tickSize":1e-10,"contractSize":1,
      "tradeable":true,"contractValueTradePrecision":-3,"fundingRateCoefficient":8},
     {"symbol":"PF_GONEUSD","pair":"GONE:USD","type":"flexible_futures","tickSize":1,"contractSize":1,
      "tradeable":false,"contractValueTradePrecision":0,"fundingRateCoefficient":8},
     {"symbol":"in_xbtusd","type":"spot index","tradeable":false}]}
    """#

  @Test("lists inverse and linear, perpetual and dated futures by the venue's own fields")
  func instruments() async throws {
    let client = client([("/derivatives/api/v3/instruments", specifications)])
    let listed = try await market.instruments(client)
    #expect(listed.map(\.id.symbol) == ["PI_XBTUSD", "PF_XBTUSD", "FF_XBTUSD_260626", "PF_PEPEUSD"])
    #expect(listed.map(\.convention) == [.inverse, .linear, .linear, .linear])
    #expect(listed.map(\.underlying) == ["BTC", "BTC", "BTC", "PEPE"])
    #expect(listed.map(\.settlement) == ["BTC", "USD", "USD", "USD"])
    #expect(listed.map(\.lotStep) == [1, Decimal(exactly: "0.0001"), Decimal(exactly: "0.0001"), 1000])
    #expect(listed[1].kind == .perpetual(fundingInterval: .hours(1)))
    #expect(listed[2].kind == .dated(expiry: Timestamp(iso8601: "2026-06-26T15:00:00Z") ?? now))
    #expect(listed[3].tickSize == Decimal(exactly: "1e-10"))
  }

  @Test("turns levels of contracts into coins at the mark price, and takes notionals as they are")
  func tiers() async throws {
    let tickers = #"{"tickers":[{"symbol":"pi_xbtusd","markPrice":25000}]}"#
    let client = client([
      ("/derivatives/api/v3/instruments", specifications), ("/derivatives/api/v3/tickers", tickers),
    ])
    let tiers = try await market.publicTiers(of: [inverse, linear], client)
    #expect(tiers[inverse.id]?.tiers.map(\.floor) == [0, 20])
    #expect(tiers[linear.id]?.tiers.map(\.floor) == [0, 500_000])
    #expect(tiers[linear.id]?.rule == .wholePosition)
    #expect(tiers[linear.id]?.tiers.map(\.maximumLeverage) == [50, 25])
    let root = try JSONText(specifications).root
    #expect(try market.tiers(root, of: [inverse], marks: [:], source: "").isEmpty)
  }

  @Test("makes a fraction of the rate over HTTP: times the index of inverse, divided by it of linear futures")
  func values() async throws {
    let tickers = #"""
      {"result":"success","serverTime":"2023-03-31T23:59:58.986Z","tickers":[
       {"symbol":"pi_xbtusd","bid":123.8,"ask":123.9,"last":123.85,"markPrice":123.8353,"indexPrice":125,"fundingRate":-8e-8},
       {"symbol":"PF_XBTUSD","bid":0,"ask":99,"last":98,"markPrice":0,"indexPrice":80,"fundingRate":0.004},
       {"symbol":"in_xbtusd","last":1}]}
      """#
    let client = client([("/derivatives/api/v3/tickers", tickers)])
    let updates = try await market.values(of: [inverse, linear], client)
    #expect(client.requests.count == 1)
    let first = updates.filter { $0.instrument == inverse.id }
    #expect(first.compactMap(\.quote) == [Quote(price: 123.85, bid: 123.8, ask: 123.9)])
    #expect(first.compactMap(\.index) == [125])
    let rate = try #require(first.compactMap(\.funding).first)
    #expect(abs(rate.rate + 0.00001) < 1e-15)
    #expect(rate.interval == .hours(1))
    #expect(rate.nextStamp == Timestamp(iso8601: "2023-04-01T00:00:00Z"))
    #expect(first.allSatisfy { $0.at == now })
    let second = updates.filter { $0.instrument == linear.id }
    #expect(second.compactMap(\.quote) == [Quote(price: 98, ask: 99)])
    #expect(second.compactMap(\.mark).isEmpty)
    #expect(second.compactMap(\.funding).map(\.rate) == [0.00005])
  }

  @Test("asks on while the venue says there are more bars, and leaves those out that are open")
  func bars() async throws {
    let hour: Int64 = 3_600_000
    let last = now.milliseconds / hour * hour
    func page(_ open: Int64, _ volume: String, more: Bool) -> String {
      #"{"candles":[{"time":\#(open),"open":"1","high":"1","low":"1","close":"2.5","volume":\#(volume)}],"more_candles":\#(more)}"#
    }
    let client = client([
      ("/api/charts/v1/trade/PF_XBTUSD/1h", page(last - 3 * hour, "\"5\"", more: true)),
      ("/api/charts/v1/trade/PF_XBTUSD/1h", page(last - 2 * hour, "0", more: true)),
      ("/api/charts/v1/trade/PF_XBTUSD/1h", page(last, "1", more: true)),
    ])
    let bars = try await market.bars(of: linear, .hour, from: Timestamp(milliseconds: last - 3 * hour), to: now, client)
    #expect(
      bars == [
        Bar(close: Timestamp(milliseconds: last - 2 * hour), price: 2.5),
        Bar(close: Timestamp(milliseconds: last - hour), price: nil),
      ])
    #expect(
      client.targets[0] == "/api/charts/v1/trade/PF_XBTUSD/1h?from=\(last / 1000 - 10800)&to=\(last / 1000 - 3600)")
    #expect(client.targets[1].contains("from=\(last / 1000 - 7200)"))
    #expect(client.requests.count == 3)
  }

  @Test("gives relative rates at the end of their hour; leaves out those that lack one and the hour that runs")
  func stamps() async throws {
    let rates = #"""
      {"rates":[{"timestamp":"2023-03-31T22:00:00.000Z","fundingRate":1,"relativeFundingRate":6.27e-08},
                {"timestamp":"2023-03-31T20:00:00Z","relativeFundingRate":1},
                {"timestamp":"2023-03-31T21:00:00Z","fundingRate":1},
                {"timestamp":"2023-03-31T23:00:00Z","relativeFundingRate":1}]}
      """#
    let client = client([("/derivatives/api/v4/historicalfundingrates?symbol=PF_XBTUSD", rates)])
    let start = try #require(Timestamp(iso8601: "2023-03-31T21:00:00Z"))
    let stamps = try await market.fundingStamps(of: linear, since: start, client)
    #expect(stamps.map(\.rate) == [6.27e-08])
    #expect(stamps.first?.time == Timestamp(iso8601: "2023-03-31T23:00:00Z"))
    #expect(try await market.fundingStamps(of: .spot("kraken-futures", "X"), since: start, client).isEmpty)
  }

  @Test("tells time and book")
  func others() async throws {
    let client = client([
      ("/derivatives/api/v3/feeschedules", #"{"serverTime":"2023-03-31T23:59:58.986Z"}"#),
      (
        "/derivatives/api/v3/orderbook?symbol=PF_XBTUSD", #"{"orderBook":{"asks":[[40186,5.0183]],"bids":[[40178,5]]}}"#
      ),
    ])
    #expect(try await market.serverTime(client) == now)
    #expect(try await market.book(of: linear, client).asks.map(\.quantity) == [Decimal(exactly: "5.0183")])
  }

  @Test(
    "tells faults apart by the venue's word, whatever the status",
    arguments: [
      (200, #"{"result":"error","error":"apiLimitExceeded"}"#, VenueFault.limited(retryAfter: nil)),
      (200, #"{"result":"error","error":"authenticationError"}"#, .keyRefused("authenticationError")),
      (200, #"{"result":"error","error":"nonceBelowThreshold"}"#, .clockOff("nonceBelowThreshold")),
      (200, #"{"result":"error","error":"Unavailable"}"#, .unavailable("Unavailable")),
      (404, #"{"result":"error","error":"notFound"}"#, .unknownInstrument("notFound")),
      (200, #"{"result":"error","error":"odd"}"#, .refused(code: "odd", "odd")),
      (
        400, #"{"result":"error","errors":[{"code":11,"message":"Argument invalid: symbol"}]}"#,
        .unknownInstrument("Argument invalid: symbol")
      ),
      (401, #"{"error":"UNAUTHORIZED","message":"no such key"}"#, .keyRefused("UNAUTHORIZED: no such key")),
      (502, "<html>", .unavailable("HTTP 502")), (200, #"{"result":"success"}"#, nil),
      (200, #"{"result":"error"}"#, .refused(code: "error", "no reason given")),
    ])
  func faults(status: Int, body: String, fault: VenueFault?) {
    let response = HTTPResponse(status: status, body: Array(body.utf8))
    #expect(market.fault(in: response, body: try? JSONText(body).root) == fault)
  }
}
