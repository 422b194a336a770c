import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Bybit's answers to questions of the present")
struct BybitValuesTests {
  private let now = Timestamp(milliseconds: 1_692_163_167_300)

  private func values(_ category: BybitCategory, _ instruments: [Instrument], _ list: String) async throws
    -> [MarketUpdate]
  {
    let text = #"{"retCode":0,"result":{"list":[\#(list)]},"time":1692163167245}"#
    return try await BybitMarket(category).values(
      of: instruments, CannedClient(now: now, answers: [("/v5/market/tickers", text)]))
  }

  @Test("tell quote, mark, index and funding of a perpetual at the venue's time")
  func perpetual() async throws {
    let list = #"""
      {"symbol":"BTCUSDT","lastPrice":"29163.8","bid1Price":"29163.7","ask1Price":"29163.9","markPrice":"29160.1",
      "indexPrice":"29166.14","fundingRate":"6.27e-08","nextFundingTime":"1692172800000","fundingIntervalHour":"4"}
      """#
    let updates = try await values(.linear, [.perpetual("bybit-linear", "BTCUSDT")], list)
    #expect(updates.allSatisfy { $0.at == Timestamp(milliseconds: 1_692_163_167_245) })
    #expect(updates.compactMap(\.quote) == [Quote(price: 29163.8, bid: 29163.7, ask: 29163.9)])
    #expect(updates.compactMap(\.mark) == [29160.1])
    #expect(updates.compactMap(\.index) == [29166.14])
    let next = Timestamp(milliseconds: 1_692_172_800_000)
    #expect(updates.compactMap(\.funding) == [FundingRate(rate: 6.27e-08, interval: .hours(4), nextStamp: next)])
  }

  @Test(
    "show the middle instead of a last trade outside of bid and ask, of futures and coins alike",
    arguments: BybitCategory.allCases)
  func oldTrade(category: BybitCategory) async throws {
    let instrument =
      category == .spot ? Instrument.spot(category.venue, "X") : .perpetual(category.venue, "X")
    let list = #"{"symbol":"X","lastPrice":"90","bid1Price":"99","ask1Price":"101"}"#
    let updates = try await values(category, [instrument], list)
    #expect(updates.compactMap(\.quote) == [Quote(price: 100, bid: 99, ask: 101)])
  }

  @Test("take the instrument's funding interval where the ticker tells none")
  func interval() async throws {
    let list = #"{"symbol":"BTCUSDT","fundingRate":"-0.0001","nextFundingTime":"0"}"#
    let updates = try await values(.linear, [.perpetual("bybit-linear", "BTCUSDT")], list)
    #expect(updates.compactMap(\.funding) == [FundingRate(rate: -0.0001, interval: .hours(8), nextStamp: nil)])
  }

  @Test(
    "take what is absent, empty or zero for unknown",
    arguments: [
      ("", 0), (#","lastPrice":"","markPrice":"""#, 0), (#","lastPrice":"0","bid1Price":"0""#, 0),
      (#","lastPrice":null,"fundingRate":"""#, 0), (#","lastPrice":"-1","markPrice":"-5","indexPrice":"0.0""#, 0),
      (#","lastPrice":"","bid1Price":"9","ask1Price":"11""#, 1), (#","lastPrice":"10","bid1Price":"0""#, 1),
    ])
  func unknown(members: String, count: Int) async throws {
    let list = #"{"symbol":"BTCUSDT"\#(members)}"#
    let updates = try await values(.linear, [.perpetual("bybit-linear", "BTCUSDT")], list)
    #expect(updates.count == count)
    #expect(updates.allSatisfy { $0.quote?.price == 10 })
  }

  @Test("of one instrument are asked for by its name, of several by one question for all")
  func questions() async throws {
    let empty = #"{"retCode":0,"result":{"list":[]},"time":1}"#
    let client = CannedClient(now: now, answers: [("/v5/market/tickers", empty)])
    let market = BybitMarket(.inverse)
    let one = Instrument.perpetual("bybit-inverse", "BTCUSD", .inverse)
    _ = try await market.values(of: [one], client)
    _ = try await market.values(of: [one, .perpetual("bybit-inverse", "ETHUSD", .inverse)], client)
    _ = try await market.values(of: [], client)
    #expect(
      client.targets == [
        "/v5/market/tickers?category=inverse&symbol=BTCUSD", "/v5/market/tickers?category=inverse",
      ])
  }

  @Test("that the venue really gave", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func recorded() async throws {
    let cases: [(BybitCategory, String, String, Double, Double?)] = [
      (.linear, "mark-index-funding__gct_tickers_linear_dev.json", "10000LADYSUSDT", 0.0002635, 0.0002633),
      (.inverse, "mark-index-funding__gct_tickers_inverse_dev.json", "ADAUSD", (0.2802 + 0.2804) / 2, 0.2801),
      (.spot, "price-all__gct_tickers_spot_dev.json", "APEXUSDT", 0.1587, nil),
    ]
    for (category, file, symbol, price, index) in cases {
      let text = try VenuePayloads("bybit").text(file)
      let symbols = try JSONText(text).root.need("result").need("list").elements.map { try $0.needString("symbol") }
      let instruments = symbols.map {
        category == .spot ? Instrument.spot(category.venue, $0) : .perpetual(category.venue, $0)
      }
      let updates = try await BybitMarket(category).values(
        of: instruments, CannedClient(now: now, answers: [("/v5/market/tickers", text)]))
      let own = updates.filter { $0.instrument.symbol == symbol }
      #expect(own.compactMap(\.quote).map(\.price) == [price])
      #expect(own.compactMap(\.index).first == index)
      #expect(updates.allSatisfy { $0.isPositive })
      #expect(Set(updates.filter { $0.quote != nil }.map(\.instrument)).count > symbols.count * 9 / 10)
    }
  }

  @Test("give a book of both sides", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func book() async throws {
    let text = try VenuePayloads("bybit").text("depth__jk_GetOrderbook.json")
    let client = CannedClient(now: now, answers: [("/v5/market/orderbook", text)])
    let book = try await BybitMarket(.linear).book(of: .perpetual("bybit-linear", "BTCUSDT"), client)
    #expect(book.bids == [OrderBook.Level(price: Decimal(string: "62710.2")!, quantity: Decimal(string: "5.52")!)])
    #expect(book.asks.map(\.price) == [Decimal(string: "62710.3")])
    #expect(client.targets == ["/v5/market/orderbook?category=linear&symbol=BTCUSDT&limit=50"])
  }

  @Test("refuse a book whose bids are not below its asks")
  func crossed() async throws {
    let text = #"{"retCode":0,"result":{"b":[["10","1"]],"a":[["9","1"]]}}"#
    let client = CannedClient(now: now, answers: [("/v5/market/orderbook", text)])
    await #expect(throws: DecodingFault.self) {
      try await BybitMarket(.spot).book(of: .spot("bybit-spot", "BTCUSDT"), client)
    }
  }

  @Test("tell the venue's time", .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func time() async throws {
    let text = try VenuePayloads("bybit").text("server-time__bd_time_1.json")
    let client = CannedClient(now: now, answers: [("/v5/market/time", text)])
    #expect(try await BybitMarket(.spot).serverTime(client) == Timestamp(milliseconds: 1_688_639_403_423))
  }
}
