import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Coinbase's market")
struct CoinbaseMarketTests {
  private let market = CoinbaseMarket()
  private let now = Timestamp(milliseconds: 1_669_852_800_000)
  private let bitcoin = Instrument.spot("coinbase", "BTC-USD")

  private func client(_ answers: [(path: String, text: String)]) -> CannedClient {
    CannedClient(now: now, answers: answers)
  }

  @Test("asks only what reads")
  func endpoints() {
    for endpoint in CoinbaseEndpoints.all {
      #expect(endpoint.method == .get)
      #expect(endpoint.access == .open)
      #expect(!["orders", "transfers", "withdrawals", "deposits"].contains { endpoint.path.contains($0) })
    }
    #expect(CoinbaseEndpoints.book(of: "../orders").path == "/products/..%2Forders/book")
  }

  @Test("lists what is online and whose steps are known")
  func instruments() async throws {
    func product(_ id: String, _ more: String) -> String {
      #"{"id":"\#(id)","base_currency":"BTC","quote_currency":"USD","quote_increment":"0.01",\#(more)}"#
    }
    let rows = [
      product("BTC-USD", #""base_increment":"0.00000001","min_market_funds":"1","status":"online""#),
      product("A-USD", #""base_increment":"0.1","status":"delisted""#),
      product("B-USD", #""base_increment":"0.1","status":"online","trading_disabled":true"#),
      product("C-USD", #""base_increment":"0","status":"online""#), "null", "{}",
    ]
    let listed = try await market.instruments(client([("/products", "[\(rows.joined(separator: ","))]")]))
    #expect(listed.map(\.id.symbol) == ["BTC-USD"])
    #expect(listed[0].lotStep == Decimal(exactly: "0.00000001"))
    #expect(listed[0].minimumNotional == 1)
    #expect(listed[0].minimumQuantity == 0)
    await #expect(throws: DecodingFault.self) { try await market.instruments(client([("/products", "{}")])) }
  }

  @Test("prices each instrument with a question of its own and leaves out what is not known there")
  func values() async throws {
    let ticker = #"{"ask":"101","bid":"99","price":"100.5","time":"2022-11-30T00:00:00.5Z"}"#
    let client = CannedClient(
      now: now, answers: [("/products/BTC-USD/ticker", ticker)],
      faults: ["/products/OLD-USD/ticker": .unknownInstrument("NotFound")])
    let updates = try await market.values(of: [.spot("coinbase", "OLD-USD"), bitcoin], client)
    #expect(updates.map(\.quote) == [Quote(price: 100.5, bid: 99, ask: 101)])
    #expect(updates.map(\.at) == [now])
    #expect(client.requests.count == 2)
  }

  @Test("gives the middle instead of a last trade outside of bid and ask: it may be hours old")
  func oldTrade() throws {
    let answer = try JSONText(#"{"bid":"99","ask":"101","price":"90","time":"2022-11-30T00:00:00.5Z"}"#).root
    let update = try CoinbaseMarket.update(answer, of: bitcoin.id, at: now)
    #expect(update?.quote == Quote(price: 100, bid: 99, ask: 101))
    #expect(update?.at == now)
  }

  @Test(
    "dates a price without bid and ask by its trade",
    arguments: [#""bid":"99","#, #""ask":"","#, #""bid":"0","ask":"101","#])
  func tradeTime(side: String) throws {
    let answer = try JSONText(#"{\#(side)"price":"100.5","time":"2022-11-30T00:00:00.5Z"}"#).root
    let update = try CoinbaseMarket.update(answer, of: bitcoin.id, at: now)
    #expect(update?.at == Timestamp(iso8601: "2022-11-30T00:00:00.500Z"))
  }

  @Test(
    "has no price where there is none", arguments: ["{}", #"{"price":"0"}"#, #"{"price":"0","bid":"0","ask":"2"}"#])
  func noPrice(text: String) throws {
    #expect(try CoinbaseMarket.update(JSONText(text).root, of: bitcoin.id, at: now) == nil)
  }

  @Test("asks for bars in pages of 300, drops the one that is open, and leaves gaps")
  func bars() async throws {
    let day: Int64 = 86400
    let start = now.milliseconds / 1000 - 400 * day
    let first = "[[\(start + day),1,2,1,1.5,9],[\(start),1,2,1,1.25,9]]"
    let second = "[[\(start + 400 * day),1,2,1,9,9],[\(start + 399 * day),1,2,1,3.5,9]]"
    let client = client([("/products/BTC-USD/candles", first), ("/products/BTC-USD/candles", second)])
    let bars = try await market.bars(
      of: bitcoin, .day, from: Timestamp(milliseconds: start * 1000), to: Timestamp(milliseconds: .max), client)
    #expect(bars.map(\.price) == [1.25, 1.5, 3.5])
    #expect(bars.first?.close == Timestamp(milliseconds: (start + day) * 1000))
    #expect(bars.last?.close == now)
    #expect(client.requests.count == 2)
    #expect(
      client.targets[0]
        == "/products/BTC-USD/candles?granularity=86400&start=2021-10-27T00%3A00%3A00Z&end=2022-08-22T00%3A00%3A00Z")
    #expect(client.targets[1].hasSuffix("start=2022-08-23T00%3A00%3A00Z&end=2022-11-30T00%3A00%3A00Z"))
  }

  @Test("begins with the first bar that closes after the start")
  func firstBar() async throws {
    let client = client([("/products/BTC-USD/candles", "[]")])
    _ = try await market.bars(
      of: bitcoin, .hour, from: now - .hours(2) + .milliseconds(1), to: now, client)
    #expect(client.targets[0].contains("start=2022-11-30T22%3A00%3A00Z&end=2022-11-30T23%3A00%3A00Z"))
  }

  @Test("reads the book's levels exactly")
  func book() async throws {
    let answer = #"{"bids":[["2452.77","0.32700476",1]],"asks":[["2453.62","0.38",2],["2454","0",1]],"sequence":1}"#
    let book = try await market.book(of: bitcoin, client([("/products/BTC-USD/book?level=2", answer)]))
    #expect(book.bids.map(\.quantity) == [Decimal(exactly: "0.32700476")])
    #expect(book.asks.count == 1)
  }

  @Test("tells the venue's time and that nothing is paid")
  func time() async throws {
    let client = client([("/time", #"{"iso":"2022-12-01T00:00:00.122Z","epoch":1669852800.122}"#)])
    #expect(try await market.serverTime(client) == Timestamp(milliseconds: 1_669_852_800_122))
    #expect(try await market.fundingStamps(of: bitcoin, since: now, client).isEmpty)
  }

  @Test(
    "tells faults apart",
    arguments: [
      (404, #"{"message":"NotFound"}"#, VenueFault.unknownInstrument("NotFound")),
      (429, #"{"message":"Public rate limit exceeded"}"#, .limited(retryAfter: .seconds(3))),
      (400, #"{"message":"granularity too small"}"#, .refused(code: "HTTP 400", "granularity too small")),
      (503, "<html>", .unavailable("HTTP 503")), (403, "", .forbidden("HTTP 403")), (200, "[]", nil),
    ])
  func faults(status: Int, body: String, fault: VenueFault?) {
    let response = HTTPResponse(status: status, headers: [.init("retry-after", "3")], body: Array(body.utf8))
    #expect(market.fault(in: response, body: try? JSONText(body).root) == fault)
  }
}
