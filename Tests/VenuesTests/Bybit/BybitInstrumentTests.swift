import FoundationEssentials
import HedgeModel
import Testing

@testable import Venues

@Suite("Bybit's specifications")
struct BybitInstrumentTests {
  private let now = Timestamp(milliseconds: 1_800_000_000_000)

  /// A row as the venue writes it, with what a test changes.
  private static func row(_ changes: [String: String] = [:]) -> String {
    var fields = [
      "symbol": #""BTCUSDT""#, "contractType": #""LinearPerpetual""#, "status": #""Trading""#, "baseCoin": #""BTC""#,
      "quoteCoin": #""USDT""#, "settleCoin": #""USDT""#, "deliveryTime": #""0""#, "fundingInterval": "480",
      "priceFilter": #"{"tickSize":"0.10"}"#,
      "lotSizeFilter": #"{"minOrderQty":"0.001","qtyStep":"0.001","minNotionalValue":"5"}"#,
    ]
    fields.merge(changes) { $1 }
    return "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  private static func list(_ rows: [String], cursor: String = "") -> String {
    #"{"retCode":0,"result":{"list":[\#(rows.joined(separator: ","))],"nextPageCursor":"\#(cursor)"},"time":1}"#
  }

  private func read(_ category: BybitCategory, _ rows: [String]) async throws -> [Instrument] {
    let client = CannedClient(now: now, answers: [("/v5/market/instruments-info", Self.list(rows))])
    return try await BybitMarket(category).instruments(client)
  }

  @Test("count a linear contract in coins, and take the interval of its funding from the venue")
  func linear() async throws {
    let instrument = try #require(try await read(.linear, [Self.row(["fundingInterval": "240"])]).first)
    #expect(instrument.id.description == "bybit-linear:BTCUSDT")
    #expect(instrument.kind == .perpetual(fundingInterval: .hours(4)))
    #expect(instrument.convention == .linear)
    #expect(instrument.multiplier == 1)
    #expect(instrument.settlement == "USDT")
    #expect(instrument.tickSize == Decimal(string: "0.1"))
    #expect(instrument.lotStep == Decimal(string: "0.001"))
    #expect(instrument.minimumQuantity == Decimal(string: "0.001"))
    #expect(instrument.minimumNotional == 5)
  }

  @Test("tell linear from inverse and dated from perpetual by the venue's own words, not by the list it stands in")
  func kinds() async throws {
    let inverse = [
      "symbol": #""BTCUSDZ26""#, "contractType": #""InverseFutures""#, "quoteCoin": #""USD""#, "settleCoin": #""BTC""#,
      "deliveryTime": #""1798243200000""#, "lotSizeFilter": #"{"minOrderQty":"1","qtyStep":"1"}"#,
    ]
    let instruments = try await read(.linear, [Self.row(inverse), Self.row(["contractType": #""LinearFutures""#])])
    #expect(instruments.count == 1, "a dated future without its date is not understood")
    #expect(instruments[0].convention == .inverse)
    #expect(instruments[0].kind == .dated(expiry: Timestamp(milliseconds: 1_798_243_200_000)))
    #expect(instruments[0].settlement == "BTC")
    #expect(instruments[0].minimumNotional == 0)
  }

  @Test("count coins in their own steps, and pay for them in the quote currency")
  func spot() async throws {
    let filter = #"{"basePrecision":"0.000001","minOrderQty":"0.000048","minOrderAmt":"1"}"#
    let instrument = try #require(try await read(.spot, [Self.row(["lotSizeFilter": filter])]).first)
    #expect(instrument.id.description == "bybit-spot:BTCUSDT")
    #expect(instrument.kind == .spot)
    #expect(instrument.settlement == "USDT")
    #expect(instrument.lotStep == Decimal(string: "0.000001"))
    #expect(instrument.minimumNotional == 1)
  }

  @Test(
    "leave out what does not trade or is not understood, and keep the rest",
    arguments: [
      ["status": #""PreLaunch""#], ["contractType": #""LinearOption""#], ["fundingInterval": "0"],
      ["fundingInterval": "null"], ["baseCoin": #""""#], ["priceFilter": #"{"tickSize":"0"}"#], ["lotSizeFilter": "{}"],
      ["priceFilter": #"{"tickSize":"-0.1"}"#], ["symbol": "null"],
    ])
  func leftOut(changes: [String: String]) async throws {
    let instruments = try await read(.linear, [Self.row(changes), Self.row(["symbol": #""ETHUSDT""#])])
    #expect(instruments.map(\.id.symbol) == ["ETHUSDT"])
  }

  @Test("are read page by page, the cursor sent back as the venue gave it")
  func pages() async throws {
    let client = CannedClient(
      now: now,
      answers: [
        (
          "/v5/market/instruments-info",
          Self.list([Self.row()], cursor: "first%3DA%26last%3DB")
        ),
        ("/v5/market/instruments-info", Self.list([Self.row(["symbol": #""ETHUSDT""#])])),
      ])
    let instruments = try await BybitMarket(.linear).instruments(client)
    #expect(instruments.map(\.id.symbol) == ["BTCUSDT", "ETHUSDT"])
    #expect(
      client.targets == [
        "/v5/market/instruments-info?category=linear&limit=1000",
        "/v5/market/instruments-info?category=linear&limit=1000&cursor=first%3DA%26last%3DB",
      ])
  }

  @Test("end when the venue gives the same cursor or an empty page again and again", arguments: [true, false])
  func circles(isEmpty: Bool) async throws {
    let page = Self.list(isEmpty ? [] : [Self.row()], cursor: "again")
    let client = CannedClient(now: now, answers: [("/v5/market/instruments-info", page)])
    _ = try await BybitMarket(.linear).instruments(client)
    #expect(client.requests.count <= 2)
  }

  @Test("that the venue really gave", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() async throws {
    for (category, file) in [
      (BybitCategory.linear, "contract-specs__jk_GetLinearInverseSymbols.json"),
      (.spot, "contract-specs__jk_GetSpotSymbols.json"),
    ] {
      let client = CannedClient(
        now: now, answers: [("/v5/market/instruments-info", try VenuePayloads("bybit").text(file))])
      let instrument = try #require(try await BybitMarket(category).instruments(client).first)
      #expect(instrument.id.symbol == "BTCUSDT")
      #expect(instrument.isFuture == (category == .linear))
      #expect(instrument.minimumNotional == (category == .linear ? 5 : 1))
    }
  }
}
