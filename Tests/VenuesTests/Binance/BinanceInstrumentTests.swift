import FoundationEssentials
import HedgeModel
import Testing

@testable import Venues

@Suite("Instruments of Binance")
struct BinanceInstrumentTests {
  @Test(
    "are all that every recorded list says can be traded, and nothing else",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence), arguments: BinanceFixture.segments)
  func complete(segment: BinanceSegment) throws {
    for entry in VenuePayloads(segment.rawValue).entries(of: "contract-specs") {
      let answer = try entry.json()
      let traded = try answer.need("symbols").elements.filter {
        let type = $0.string("contractType") ?? "PERPETUAL"
        return ($0.string("status") ?? $0.string("contractStatus")) == "TRADING"
          && (type == "PERPETUAL" || type.hasSuffix("_QUARTER")) && $0.string("isSpotTradingAllowed") != "false"
      }
      let instruments = try BinanceMarket(segment).instruments(in: answer, fundingIntervals: [:])
      #expect(instruments.map(\.id.symbol) == traded.compactMap { $0.string("symbol") }, "\(entry.testDescription)")
      #expect(instruments.allSatisfy { $0.tickSize > 0 && $0.lotStep > 0 && $0.multiplier > 0 })
      #expect(instruments.allSatisfy { $0.convention == segment.convention && $0.id.venue == segment.rawValue })
    }
  }

  @Test(
    "have the terms that stand in the recorded lists",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func terms() throws {
    let spot = try #require(try Self.recorded(.spot, "gct_exchangeInfo_1")["ETHBTC"])
    #expect(
      spot
        == Instrument(
          id: InstrumentID(venue: "binance-spot", symbol: "ETHBTC"), kind: .spot, underlying: "ETH", quote: "BTC",
          settlement: "BTC", tickSize: Self.decimal("0.00001"), lotStep: Self.decimal("0.0001"),
          minimumQuantity: Self.decimal("0.0001"), minimumNotional: Self.decimal("0.0001")))
    let linear = try #require(try Self.recorded(.usdMargined, "gct_exchangeInfo_1")["BTCUSDT"])
    #expect(
      linear
        == Instrument(
          id: InstrumentID(venue: "binance-usdm", symbol: "BTCUSDT"), kind: .perpetual(fundingInterval: .hours(4)),
          underlying: "BTC", quote: "USDT", settlement: "USDT", tickSize: Self.decimal("0.1"),
          lotStep: Self.decimal("0.001"), minimumQuantity: Self.decimal("0.001"), minimumNotional: 100))
    let inverse = try #require(try Self.recorded(.coinMargined, "gct_exchangeInfo_1")["BTCUSD_PERP"])
    #expect(
      inverse
        == Instrument(
          id: InstrumentID(venue: "binance-coinm", symbol: "BTCUSD_PERP"),
          kind: .perpetual(fundingInterval: .hours(8)), convention: .inverse, underlying: "BTC", quote: "USD",
          settlement: "BTC", multiplier: 100, tickSize: Self.decimal("0.1"), lotStep: 1, minimumQuantity: 1))
  }

  @Test(
    "that end do so at their delivery, and a thousand coins are an asset of their own",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func datedAndThousands() throws {
    let linear = try Self.recorded(.usdMargined, "cf_exchangeInfo__dev")
    #expect(linear["BTCUSDT_210924"]?.kind == .dated(expiry: Timestamp(milliseconds: 1_632_470_400_000)))
    #expect(linear["1000SHIBUSDT"]?.underlying == "1000SHIB")
    #expect(linear["1000SHIBUSDT"]?.multiplier == 1)
    #expect(linear["BTCSTUSDT"] == nil)
    let inverse = try Self.recorded(.coinMargined, "cf_exchangeInfo__dev")
    #expect(inverse["BTCUSD_211231"]?.kind == .dated(expiry: Timestamp(milliseconds: 1_640_937_600_000)))
    #expect(inverse["ETHUSD_210924"]?.multiplier == 10)
  }

  @Test("belong to the market their margin says, whichever host lists them")
  func byMargin() throws {
    let linear = Self.row("BTCUSDT", quote: "USDT", margin: "USDT")
    let inverse = Self.row("BTCUSD_PERP", quote: "USD", margin: "BTC", more: #","contractSize":100"#)
    let other = Self.row("BTCXYZ", quote: "USD", margin: "EUR")
    let answer = try JSONText(#"{"symbols":[\#(linear),\#(inverse),\#(other)]}"#).root
    func symbols(_ segment: BinanceSegment) throws -> [String] {
      try BinanceMarket(segment).instruments(in: answer, fundingIntervals: [:]).map(\.id.symbol)
    }
    #expect(try symbols(.usdMargined) == ["BTCUSDT"])
    #expect(try symbols(.coinMargined) == ["BTCUSD_PERP"])
  }

  @Test(
    "that are not understood are left out, the others stay",
    arguments: [
      #""tickSize":"0""#, #""tickSize":"-1""#, #""tickSize":"""#, #""tickSize":"abc""#, #""tick":"1""#,
    ])
  func leftOut(filter: String) throws {
    let good = Self.row("AUSDT", quote: "USDT", margin: "USDT")
    let bad = Self.row("BUSDT", quote: "USDT", margin: "USDT").replacing(#""tickSize":"0.1""#, with: filter)
    #expect(bad.contains(filter))
    let answer = try JSONText(#"{"symbols":[\#(bad),\#(good)]}"#).root
    let instruments = try BinanceMarket(.usdMargined).instruments(in: answer, fundingIntervals: [:])
    #expect(instruments.map(\.id.symbol) == ["AUSDT"])
  }

  @Test("an inverse contract without a size is left out, as no size is assumed")
  func withoutSize() throws {
    for size in ["", #","contractSize":0"#, #","contractSize":"-10""#] {
      let answer = try JSONText(#"{"symbols":[\#(Self.row("BTCUSD_PERP", quote: "USD", margin: "BTC", more: size))]}"#)
      #expect(try BinanceMarket(.coinMargined).instruments(in: answer.root, fundingIntervals: [:]).isEmpty)
    }
  }

  @Test("have the funding interval the venue lists, and eight hours when it lists none")
  func intervals() async throws {
    let rows = [
      Self.row("AUSDT", quote: "USDT", margin: "USDT"), Self.row("BUSDT", quote: "USDT", margin: "USDT"),
    ]
    let client = CannedClient(
      now: BinanceFixture.now,
      answers: [
        ("/fapi/v1/exchangeInfo", #"{"symbols":[\#(rows.joined(separator: ","))]}"#),
        ("/fapi/v1/fundingInfo", #"[{"symbol":"BUSDT","fundingIntervalHours":1,"disclaimer":false}]"#),
      ])
    let instruments = try await BinanceMarket(.usdMargined).instruments(client)
    #expect(
      instruments.map(\.kind) == [.perpetual(fundingInterval: .hours(8)), .perpetual(fundingInterval: .hours(1))])
    #expect(client.targets == ["/fapi/v1/exchangeInfo", "/fapi/v1/fundingInfo"])
  }

  @Test("an interval that is none is an error and not eight hours", arguments: ["0", "-8", "25", "null", #""x""#])
  func wrongInterval(hours: String) async throws {
    let client = CannedClient(
      now: BinanceFixture.now,
      answers: [("/fapi/v1/fundingInfo", #"[{"symbol":"A","fundingIntervalHours":\#(hours)}]"#)])
    await #expect(throws: VenueFault.self) { try await BinanceMarket(.usdMargined).fundingIntervals(client) }
  }

  private static func decimal(_ text: String) -> Decimal { BinanceFixture.decimal(text) }

  private static func row(_ symbol: String, quote: String, margin: String, more: String = "") -> String {
    #"""
    {"symbol":"\#(symbol)","status":"TRADING","contractType":"PERPETUAL","deliveryDate":4133404800000,"baseAsset":"BTC",
    "quoteAsset":"\#(quote)","marginAsset":"\#(margin)","filters":[{"filterType":"PRICE_FILTER","tickSize":"0.1"},
    {"filterType":"LOT_SIZE","stepSize":"0.001","minQty":"0.001"}]\#(more)}
    """#
  }

  private static func recorded(_ segment: BinanceSegment, _ name: String) throws -> [String: Instrument] {
    let answer = try VenuePayloads(segment.rawValue).json("contract-specs__\(name).json")
    let instruments = try BinanceMarket(segment).instruments(in: answer, fundingIntervals: ["BTCUSDT": .hours(4)])
    return Dictionary(uniqueKeysWithValues: instruments.map { ($0.id.symbol, $0) })
  }
}
