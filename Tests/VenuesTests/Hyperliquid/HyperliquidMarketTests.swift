import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Hyperliquid's market")
struct HyperliquidMarketTests {
  private typealias Samples = HyperliquidSamples
  private let market = HyperliquidSamples.market

  private func client(_ answers: [(path: String, text: String)]) -> CannedClient {
    CannedClient(now: Samples.now, answers: answers)
  }

  private func listed() async throws -> [String: Instrument] {
    let client = client([
      (#"/info "type":"metaAndAssetCtxs""#, Samples.perpetuals),
      (#"/info "type":"spotMetaAndAssetCtxs""#, Samples.spots),
    ])
    return Dictionary(uniqueKeysWithValues: try await market.instruments(client).map { ($0.id.symbol, $0) })
  }

  @Test("asks its questions by POST at one address, none of which can trade")
  func endpoints() {
    for endpoint in HyperliquidEndpoints.all {
      #expect(endpoint.path == "/info")
      #expect(endpoint.access == .open)
    }
    let questions = [
      HyperliquidQuestion.status, HyperliquidQuestion.perpetuals, HyperliquidQuestion.margins,
      HyperliquidQuestion.spots, HyperliquidQuestion.book(of: "BTC"),
      HyperliquidQuestion.funding(of: "BTC", from: Samples.now), HyperliquidQuestion.margin(of: "0x"),
      HyperliquidQuestion.spotBalances(of: "0x"), HyperliquidQuestion.role(of: "0x"),
      HyperliquidQuestion.fundingPayments(of: "0x", from: Samples.now),
      HyperliquidQuestion.candles(of: "BTC", .hour, from: Samples.now, to: Samples.now),
    ]
    for question in questions {
      #expect(question.query.isEmpty)
      #expect(HyperliquidEndpoints.all.contains(question.endpoint))
      #expect((try? JSONText(question.body ?? "").root.string("action")) == .some(nil))
    }
  }

  @Test("lists perpetuals that are not delisted and spot pairs whose coins are known")
  func instruments() async throws {
    let listed = try await listed()
    #expect(Set(listed.keys) == ["BTC", "kPEPE", "PURR/USDC", "@107"])
    let bitcoin = try #require(listed["BTC"])
    #expect(bitcoin.id == InstrumentID("hyperliquid:BTC"))
    #expect(bitcoin.kind == .perpetual(fundingInterval: .hours(1)))
    #expect(bitcoin.convention == .linear)
    #expect(bitcoin.multiplier == 1)
    #expect(bitcoin.settlement == "USDC")
    #expect(bitcoin.lotStep == Decimal(exactly: "0.00001"))
    #expect(bitcoin.minimumNotional == 10)
    let hype = try #require(listed["@107"])
    #expect(hype.kind == .spot)
    #expect([hype.underlying, hype.quote] == ["HYPE", "USDC"])
    #expect(hype.lotStep == Decimal(exactly: "0.01"))
  }

  @Test(
    "has prices of five significant figures, never more decimals than allowed, and whole numbers always",
    arguments: [
      ("104101", 5, 6, "1"), ("9999.5", 5, 6, "0.1"), ("10000", 4, 6, "1"), ("1903.95", 4, 6, "0.1"),
      ("0.012344", 0, 6, "0.000001"), ("0.22695", 0, 8, "0.00001"), ("34.9", 2, 8, "0.001"),
      ("0.00005299", 0, 8, "0.00000001"), ("26.516", 2, 6, "0.001"), ("2.1105", 1, 6, "0.0001"),
    ])
  func ticks(price: String, sizeDecimals: Int, mostDecimals: Int, step: String) {
    let computed = HyperliquidTick.step(
      at: Decimal(exactly: price), sizeDecimals: sizeDecimals, mostDecimals: mostDecimals)
    #expect(computed == Decimal(exactly: step))
  }

  @Test("has the finest step allowed where there is no price")
  func tickWithoutPrice() {
    #expect(HyperliquidTick.step(at: nil, sizeDecimals: 2, mostDecimals: 6) == Decimal(exactly: "0.0001"))
    #expect(HyperliquidTick.step(at: 0, sizeDecimals: 7, mostDecimals: 6) == 1)
  }

  @Test("joins perpetuals and their state by place; a price of zero or null is unknown; funding is due at the hour")
  func perpetualValues() async throws {
    let pepe = Instrument.perpetual("hyperliquid", "kPEPE")
    let client = client([(#"/info "type":"metaAndAssetCtxs""#, Samples.perpetuals)])
    let updates = try await market.values(of: [Samples.bitcoin, pepe], client)
    #expect(client.requests.count == 1)
    let bitcoin = updates.filter { $0.instrument == Samples.bitcoin.id }
    #expect(bitcoin.compactMap(\.quote) == [Quote(price: 104_100.5)])
    #expect(bitcoin.compactMap(\.mark) == [104_101])
    #expect(bitcoin.compactMap(\.index) == [104_120])
    let funding = try #require(bitcoin.compactMap(\.funding).first)
    #expect(funding.rate == 0.0000125)
    #expect(funding.interval == .hours(1))
    #expect(funding.nextStamp == Timestamp(iso8601: "2025-06-26T15:00:00Z"))
    let other = updates.filter { $0.instrument == pepe.id }
    #expect(other.compactMap(\.quote).isEmpty)
    #expect(other.compactMap(\.funding).map(\.rate) == [-6.27e-08])
  }

  @Test("joins spot pairs and their state by name, as their places differ")
  func spotValues() async throws {
    let client = client([(#"/info "type":"spotMetaAndAssetCtxs""#, Samples.spots)])
    let updates = try await market.values(of: [Samples.purr], client)
    #expect(updates.map(\.instrument) == [Samples.purr.id])
    #expect(updates.compactMap(\.quote) == [Quote(price: 0.2268)])
  }

  @Test("refuses states that are not as many as the perpetuals: whose they are is not known")
  func unequalLists() throws {
    let answer = try JSONText(#"[{"universe":[{"name":"BTC","szDecimals":5}]},[]]"#).root
    #expect(throws: DecodingFault.self) { try market.perpetuals(answer) }
  }

  @Test("takes tiers from the tables, those numbered below 50 as their leverage; half the initial rate maintains")
  func tiers() async throws {
    let meta = try JSONText(Samples.perpetuals).root[0]
    let tiers = try market.tiers(#require(meta), source: "test")
    let bitcoin = try #require(tiers[market.id("BTC")])
    #expect(bitcoin.rule == .marginal)
    #expect(bitcoin.tiers.map(\.floor) == [0, 150_000_000])
    #expect(bitcoin.tiers.map(\.maintenanceRate) == [Decimal(exactly: "0.0125"), Decimal(exactly: "0.025")])
    #expect(bitcoin.deductions == [0, 1_875_000])
    #expect(tiers[market.id("LOOM")]?.tiers.map(\.maximumLeverage) == [3])
    #expect(tiers[market.id("ODD")]?.tiers.map(\.maximumLeverage) == [3])
  }

  @Test("asks for tiers once and gives those of the futures asked about")
  func publicTiers() async throws {
    let meta = try #require(try JSONText(Samples.perpetuals).root[0]).string
    let client = client([(#"/info "type":"meta""#, meta)])
    let tiers = try await market.publicTiers(of: [Samples.bitcoin], client)
    #expect(Array(tiers.keys) == [Samples.bitcoin.id])
    #expect(tiers.values.first?.source == "Hyperliquid, read 2025-06-26")
  }

  @Test("gives closed bars by the end of their interval; without a trade a bar has no price")
  func bars() async throws {
    let hour: Int64 = 3_600_000
    let first: Int64 = 1_750_932_000_000
    func candle(_ place: Int64, _ close: String, _ trades: Int) -> String {
      #"{"t":\#(first + place * hour),"T":\#(first + (place + 1) * hour - 1),"s":"BTC","i":"1h","c":"\#(close)","n":\#(trades)}"#
    }
    let answer = "[\(candle(0, "1", 3)),\(candle(1, "2.5", 0)),\(candle(3, "4", 1)),\(candle(4, "5", 1))]"
    let client = client([(#"/info "type":"candleSnapshot""#, answer)])
    let bars = try await market.bars(
      of: Samples.bitcoin, .hour, from: Timestamp(milliseconds: first), to: Timestamp(milliseconds: .max), client)
    #expect(bars.map(\.price) == [1, nil, 4])
    #expect(bars.map(\.close.milliseconds) == [first + hour, first + 2 * hour, first + 4 * hour])
    let body = try #require(client.requests.first?.body)
    #expect(body.contains(#""startTime":\#(first - hour + 1)"#))
    #expect(client.requests.count == 1)
  }

  @Test("asks for funding in pages until one brings nothing new")
  func fundingPages() async throws {
    func page(_ start: Int64, _ count: Int64) -> String {
      let rows = (0..<count).map { #"{"coin":"BTC","fundingRate":"0.0001","premium":"0","time":\#(start + $0 * 10)}"# }
      return "[\(rows.joined(separator: ","))]"
    }
    let client = client([("/info", page(1_000_000, 500)), ("/info", page(1_005_000, 3))])
    let stamps = try await market.fundingStamps(of: Samples.bitcoin, since: Timestamp(milliseconds: 999_999), client)
    #expect(stamps.count == 503)
    #expect(client.requests.count == 3)
    #expect(client.requests[1].body?.contains(#""startTime":1004991"#) == true)
    #expect(try await market.fundingStamps(of: Samples.purr, since: Samples.now, client).isEmpty)
  }

  @Test("tells the venue's time")
  func time() async throws {
    let client = client([(#"/info "type":"exchangeStatus""#, #"{"specialStatuses":null,"time":1783730719629}"#)])
    #expect(try await market.serverTime(client) == Timestamp(milliseconds: 1_783_730_719_629))
  }

  @Test(
    "tells faults apart by status, and an answer of null as an unknown name",
    arguments: [
      (200, "null", VenueFault.unknownInstrument("it answers null")), (429, "null", .limited(retryAfter: nil)),
      (403, "Forbidden", .forbidden("Forbidden")), (502, "", .unavailable("HTTP 502")),
      (422, "Failed to deserialize", .refused(code: "HTTP 422", "Failed to deserialize")), (200, "[]", nil),
    ])
  func faults(status: Int, body: String, fault: VenueFault?) {
    let response = HTTPResponse(status: status, body: Array(body.utf8))
    #expect(market.fault(in: response, body: try? JSONText(body).root) == fault)
  }

  @Test("says that a book it does not know is unknown, and reads one it does")
  func book() async throws {
    let answer = #"{"coin":"BTC","levels":[[{"px":"2.5","sz":"1.5","n":1}],[{"px":"2.6","sz":"3","n":1}]],"time":1}"#
    let book = try await market.book(of: Samples.bitcoin, client([("/info", answer)]))
    #expect(book.mid == Decimal(exactly: "2.55"))
    await #expect(throws: VenueFault.unknownInstrument("BTC")) {
      try await market.book(of: Samples.bitcoin, client([("/info", "null")]))
    }
  }
}
