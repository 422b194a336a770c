import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Deribit's market")
struct DeribitMarketTests {
  private typealias Samples = DeribitSamples
  private let market = DeribitSamples.market
  private let now = DeribitSamples.now

  @Test("asks only methods that get something, and to be let in")
  func endpoints() {
    for endpoint in DeribitEndpoints.all {
      #expect(endpoint.method == .get)
      let method = endpoint.path.split(separator: "/").last ?? ""
      #expect(method.hasPrefix("get_") || ["ticker", "auth"].contains(method))
      #expect((endpoint.access == .signed) == (endpoint.path.contains("/private/") || method == "auth"))
    }
  }

  private func row(_ name: String, _ more: String) -> String {
    #"{"kind":"future","instrument_name":"\#(name)","base_currency":"BTC","tick_size":0.5,"min_trade_amount":10,\#(more)}"#
  }

  @Test("lists futures; amounts are dollars or coins, so a contract is one of them")
  func instruments() async throws {
    let rows = [
      row(
        "BTC-PERPETUAL",
        #""instrument_type":"reversed","settlement_period":"perpetual","quote_currency":"USD","contract_size":10,"settlement_currency":"BTC""#
      ),
      row(
        "BTC_USDC-PERPETUAL",
        #""instrument_type":"linear","settlement_period":"perpetual","quote_currency":"USDC","contract_size":1e-3,"settlement_currency":"USDC""#
      ),
      row(
        "BTC-26JUN26",
        #""future_type":"reversed","settlement_period":"month","quote_currency":"USD","expiration_timestamp":1782460800000"#
      ),
      row("ODD", #""instrument_type":"quanto","settlement_period":"perpetual","quote_currency":"USD""#),
      row(
        "OLD", #""instrument_type":"linear","settlement_period":"perpetual","quote_currency":"USD","is_active":false"#),
      #"{"kind":"option","instrument_name":"BTC-26JUN26-1-C"}"#,
    ]
    let client = Samples.client([
      ("public/get_instruments?currency=any&kind=future", "[\(rows.joined(separator: ","))]")
    ])
    let listed = try await market.instruments(client)
    #expect(listed.map(\.id.symbol) == ["BTC-PERPETUAL", "BTC_USDC-PERPETUAL", "BTC-26JUN26"])
    #expect(listed.map(\.convention) == [.inverse, .linear, .inverse])
    #expect(listed.map(\.settlement) == ["BTC", "USDC", "BTC"])
    #expect(listed.map(\.multiplier) == [1, 1, 1])
    #expect(listed.map(\.lotStep) == [10, Decimal(exactly: "0.001"), 10])
    #expect(listed.map(\.minimumQuantity) == [10, 10, 10])
    #expect(listed[0].kind == .perpetual(fundingInterval: .hours(8)))
    #expect(listed[2].kind == .dated(expiry: Timestamp(milliseconds: 1_782_460_800_000)))
  }

  @Test("values a perpetual with the rate of eight hours that accrues now and no next stamp; a dated future has none")
  func values() async throws {
    let dated = Instrument(
      id: InstrumentID(venue: "deribit", symbol: "BTC-26JUN26"), kind: .dated(expiry: now), underlying: "BTC",
      quote: "USD", settlement: "BTC", tickSize: 1, lotStep: 1)
    let gone = Instrument.perpetual("deribit", "GONE")
    let client = Samples.client([
      (
        "public/ticker?instrument_name=BTC-PERPETUAL",
        Samples.ticker(1_654_246_806_027, bid: "30434.5", ask: "30440", last: "30439.5")
      ),
      ("public/ticker?instrument_name=BTC-26JUN26", Samples.ticker(1, bid: "0", ask: "10", last: "9")),
    ])
    let updates = try await market.values(of: [Samples.perpetual, dated], client)
    let perpetual = updates.filter { $0.instrument == Samples.perpetual.id }
    #expect(perpetual.compactMap(\.quote) == [Quote(price: 30439.5, bid: 30434.5, ask: 30440)])
    #expect(perpetual.compactMap(\.mark) == [30436.94])
    #expect(perpetual.compactMap(\.index) == [30418.45])
    #expect(perpetual.compactMap(\.funding) == [FundingRate(rate: 0.00010785, interval: .hours(8), nextStamp: nil)])
    #expect(perpetual.allSatisfy { $0.at.milliseconds == 1_654_246_806_027 })
    let other = updates.filter { $0.instrument == dated.id }
    #expect(other.compactMap(\.funding).isEmpty)
    #expect(other.compactMap(\.quote) == [Quote(price: 9, ask: 10)])
    let silent = Samples.client([], faults: ["/api/v2/public/ticker": .unknownInstrument("GONE")])
    #expect(try await market.values(of: [gone], silent).isEmpty)
  }

  @Test(
    "takes the last price while it lies between bid and ask, their middle when it does not, and zero for no side",
    arguments: [
      (100.0, 99.0, 101.0, Quote(price: 100, bid: 99, ask: 101)), (90, 99, 101, Quote(price: 100, bid: 99, ask: 101)),
      (nil, 99, 101, Quote(price: 100, bid: 99, ask: 101)), (100, 0, 101, Quote(price: 100, ask: 101)),
      (100, nil, nil, Quote(price: 100)), (nil, 99, nil, nil), (0, 0, 0, nil),
      (-5, 99, 101, Quote(price: 100, bid: 99, ask: 101)),
    ] as [(Double?, Double?, Double?, Quote?)])
  func sides(last: Double?, bid: Double?, ask: Double?, expected: Quote?) {
    #expect(Quote(last: last, bid: bid, ask: ask) == expected)
  }

  @Test("puts UTC days together of hours; hours without volume have no price, hours that are open do not count")
  func days() async throws {
    let midnight: Int64 = 1_654_128_000_000  // 2 June 2022
    let hour: Int64 = 3_600_000
    let ticks = [midnight + 20 * hour, midnight + 22 * hour, midnight + 23 * hour, midnight + 24 * hour]
    let chart = #"{"status":"ok","ticks":\#(ticks),"close":[10,20,30,40],"volume":[1,1,0,1]}"#
    let client = Samples.client([("public/get_tradingview_chart_data?resolution=60", chart)])
    let days = try await market.bars(
      of: Samples.perpetual, .day, from: Timestamp(milliseconds: midnight), to: now, client)
    #expect(days == [Bar(close: Timestamp(milliseconds: midnight + 24 * hour), price: 20)])
    let hours = try await market.bars(
      of: Samples.perpetual, .hour, from: Timestamp(milliseconds: midnight), to: now, client)
    #expect(hours.map(\.price) == [10, 20, nil, 40])
    #expect(client.targets[0].contains("start_timestamp=\(midnight)&end_timestamp=\(midnight + 23 * hour)"))
  }

  @Test("asks for bars in pages and understands that there are none")
  func pages() async throws {
    let client = Samples.client([("public/get_tradingview_chart_data", #"{"status":"no_data","ticks":[]}"#)])
    let bars = try await market.bars(of: Samples.perpetual, .day, from: now - .days(400), to: now, client)
    #expect(bars.isEmpty)
    #expect(client.requests.count == 2)
    let uneven = try JSONText(#"{"ticks":[1,2],"close":[1],"volume":[1,1]}"#).root
    #expect(throws: DecodingFault.self) { try DeribitMarket.hours(uneven) }
  }

  @Test("gives what accrued each hour, in windows, oldest first")
  func funding() async throws {
    let start = now - .days(31)
    let late = now.milliseconds - 1000
    let client = Samples.client([
      (
        "public/get_funding_rate_history",
        #"[{"timestamp":\#(start.milliseconds + 5),"interest_8h":1,"interest_1h":2e-6},{"timestamp":\#(start.milliseconds),"interest_1h":1}]"#
      ),
      ("public/get_funding_rate_history", #"[{"timestamp":\#(late),"interest_8h":1,"interest_1h":-3e-6}]"#),
    ])
    let stamps = try await market.fundingStamps(of: Samples.perpetual, since: start, client)
    #expect(stamps.map(\.rate) == [2e-6, -3e-6])
    #expect(client.requests.count == 2)
    #expect(try await market.fundingStamps(of: .spot("deribit", "X"), since: start, client).isEmpty)
  }

  @Test("tells time and book")
  func others() async throws {
    let client = Samples.client([
      ("public/get_time", "1550147385946"),
      ("public/get_order_book", #"{"bids":[[30434.5,600.0]],"asks":[[30435.0,198440.0]]}"#),
    ])
    #expect(try await market.serverTime(client).milliseconds == 1_550_147_385_946)
    let book = try await market.book(of: Samples.perpetual, client)
    #expect(book.bids == [OrderBook.Level(price: Decimal(exactly: "30434.5") ?? 0, quantity: 600)])
  }

  @Test(
    "tells faults apart by the venue's code",
    arguments: [
      (400, #"{"code":10028,"message":"too_many_requests"}"#, VenueFault.limited(retryAfter: nil)),
      (
        400, #"{"code":13009,"message":"unauthorized","data":{"reason":"invalid_signature"}}"#,
        .signatureRefused("unauthorized: invalid_signature")
      ),
      (
        400, #"{"code":13009,"message":"unauthorized","data":{"reason":"bad_timestamp"}}"#,
        .clockOff("unauthorized: bad_timestamp")
      ),
      (400, #"{"code":13004,"message":"invalid_credentials"}"#, .keyRefused("invalid_credentials")),
      (400, #"{"code":13021,"message":"forbidden"}"#, .keyRefused("forbidden")),
      (
        400, #"{"code":-32602,"message":"Invalid params","data":{"reason":"wrong format","param":"instrument_name"}}"#,
        .unknownInstrument("Invalid params: wrong format")
      ),
      (
        400, #"{"code":-32602,"message":"Invalid params","data":{"param":"depth"}}"#,
        .refused(code: "-32602", "Invalid params")
      ),
      (200, #"{"code":11051,"message":"system_maintenance"}"#, .unavailable("system_maintenance")),
    ])
  func faults(status: Int, error: String, fault: VenueFault) throws {
    let body = try JSONText(#"{"jsonrpc":"2.0","error":\#(error)}"#).root
    #expect(market.fault(in: HTTPResponse(status: status), body: body) == fault)
  }

  @Test(
    "takes a status by itself when there is no body",
    arguments: [(502, VenueFault.unavailable("HTTP 502")), (200, nil)])
  func statuses(status: Int, fault: VenueFault?) {
    #expect(market.fault(in: HTTPResponse(status: status), body: nil) == fault)
  }
}
