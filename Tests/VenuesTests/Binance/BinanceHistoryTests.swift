import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("History of Binance")
struct BinanceHistoryTests {
  private static let day: Int64 = 86_400_000
  private static let start = Timestamp(milliseconds: 19_000 * day)

  private static func kline(_ opened: Int64, _ close: String, trades: Int = 5) -> String {
    #"[\#(opened),"1","1","1","\#(close)","0",\#(opened + day - 1),"0",\#(trades),"0","0","0"]"#
  }

  @Test("bars close at the end of their interval, within what was asked, and only closed ones are there")
  func closed() async throws {
    let days = (0..<6).map { Self.kline(Self.start.milliseconds + Int64($0 - 1) * Self.day, "\($0 + 1)") }
    let client = CannedClient(
      now: Self.start + .days(3.5), answers: [("/fapi/v1/klines", "[\(days.joined(separator: ","))]")])
    let bars = try await BinanceMarket(.usdMargined).bars(
      of: BinanceFixture.instrument("BTCUSDT"), .day, from: Self.start, to: Self.start + .days(30), client)
    #expect(
      bars == [
        Bar(close: Self.start + .days(1), price: 2), Bar(close: Self.start + .days(2), price: 3),
        Bar(close: Self.start + .days(3), price: 4),
      ])
    #expect(
      client.targets == [
        "/fapi/v1/klines?symbol=BTCUSDT&interval=1d&startTime=\(Self.start.milliseconds)"
          + "&endTime=\(Self.start.milliseconds + 2 * Self.day)&limit=3"
      ])
  }

  @Test("bars are asked for in spans one answer holds, of at most 200 days, that meet without overlap")
  func pages() async throws {
    let client = CannedClient(now: Self.start + .days(3000), answers: [("/dapi/v1/klines", "[]")])
    let market = BinanceMarket(.coinMargined)
    let future = BinanceFixture.instrument("BTCUSD_PERP", .coinMargined)
    _ = try await market.bars(of: future, .day, from: Self.start, to: Self.start + .days(500), client)
    let days = client.requests.map { request in
      request.query.filter { $0.name == "startTime" || $0.name == "endTime" }
        .compactMap { Int64($0.value).map { ($0 - Self.start.milliseconds) / Self.day } }
    }
    #expect(days == [[0, 199], [200, 399], [400, 499]])
    #expect(client.requests.map(\.weight) == [2, 2, 2])
    let hourly = CannedClient(now: Self.start + .days(3000), answers: [("/dapi/v1/klines", "[]")])
    _ = try await market.bars(of: future, .hour, from: Self.start, to: Self.start + .hours(2001), hourly)
    #expect(hourly.requests.compactMap { $0.query.last?.value } == ["1000", "1000", "1"])
    #expect(hourly.requests.map(\.weight) == [5, 5, 1])
  }

  @Test("bars of what is not over yet or ends before it begins are not asked for")
  func nothing() async throws {
    let client = CannedClient(now: Self.start + .hours(5))
    let market = BinanceMarket(.spot)
    let coin = BinanceFixture.instrument("BTCUSDT", .spot)
    #expect(try await market.bars(of: coin, .day, from: Self.start, to: Self.start + .days(9), client).isEmpty)
    #expect(try await market.bars(of: coin, .day, from: Self.start, to: Self.start - .days(9), client).isEmpty)
    #expect(client.requests.isEmpty)
  }

  @Test("a bar without trades has no price, and what is missing, doubled or out of order is not made up")
  func gaps() throws {
    let first = Self.start.milliseconds
    let rows = [
      Self.kline(first, "7"), Self.kline(first + Self.day, "7", trades: 0), Self.kline(first, "8"),
      Self.kline(first + 3 * Self.day, "0"), Self.kline(first + 9 * Self.day, "9"),
    ]
    let bars = try BinanceMarket.bars(
      in: try JSONText("[\(rows.joined(separator: ","))]").root, length: Self.day,
      opening: first...(first + 5 * Self.day), after: nil)
    #expect(
      bars == [
        Bar(close: Self.start + .days(1), price: 7), Bar(close: Self.start + .days(2), price: nil),
        Bar(close: Self.start + .days(4), price: nil),
      ])
  }

  @Test(
    "every recorded list of bars is read whole, with its gaps",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence), arguments: BinanceFixture.segments)
  func recorded(segment: BinanceSegment) throws {
    for entry in VenuePayloads(segment.rawValue).entries(of: "klines") where entry.evidence == "recorded" {
      let answer = try entry.json()
      let opened = try answer.elements.compactMap { try $0[0]?.integer() }
      let closes = try answer.elements.compactMap { try $0[4]?.double() }
      let bars = try BinanceMarket.bars(in: answer, length: 60_000, opening: 0...(.max), after: nil)
      #expect(bars.map(\.close.milliseconds) == opened.map { $0 + 60_000 }, "\(entry.testDescription)")
      #expect(bars.map(\.price) == closes)
    }
  }

  @Test("fundings are asked for page by page until one is not full")
  func stampPages() async throws {
    let full = (1...1000).map { #"{"symbol":"X","fundingTime":\#($0 * 1000),"fundingRate":"0.0001"}"# }
    let client = CannedClient(
      now: BinanceFixture.now,
      answers: [
        ("/fapi/v1/fundingRate?startTime=1", "[\(full.joined(separator: ","))]"),
        (
          "/fapi/v1/fundingRate?startTime=1000001",
          #"[{"fundingTime":2000000,"fundingRate":"-0.0375","markPrice":"34287.54619963","rateType":"Regular"}]"#
        ),
      ])
    let stamps = try await BinanceMarket(.usdMargined).fundingStamps(
      of: BinanceFixture.instrument("X"), since: Timestamp(milliseconds: 0), client)
    #expect(stamps.count == 1001)
    #expect(
      stamps.last == FundingStamp(time: Timestamp(milliseconds: 2_000_000), rate: -0.0375, markPrice: 34287.54619963))
    #expect(stamps.first?.markPrice == nil)
    #expect(client.requests.count == 2)
  }

  @Test("what is no perpetual has no fundings, and nobody is asked")
  func withoutFunding() async throws {
    let client = CannedClient(now: BinanceFixture.now)
    let dated = BinanceFixture.instrument("BTCUSDT_231229", .usdMargined, .dated(expiry: BinanceFixture.now))
    let start = Timestamp(milliseconds: 0)
    #expect(try await BinanceMarket(.usdMargined).fundingStamps(of: dated, since: start, client).isEmpty)
    let coin = BinanceFixture.instrument("BTCUSDT", .spot)
    #expect(try await BinanceMarket(.spot).fundingStamps(of: coin, since: start, client).isEmpty)
    #expect(client.requests.isEmpty)
  }

  @Test(
    "every recorded funding is read, oldest first",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence), arguments: BinanceFixture.segments)
  func recordedStamps(segment: BinanceSegment) throws {
    for entry in VenuePayloads(segment.rawValue).entries(of: "funding-history") {
      let answer = try entry.json()
      let stamps = try BinanceMarket.stamps(in: answer)
      #expect(stamps.count == Array(answer.elements).count)
      #expect(zip(stamps, stamps.dropFirst()).allSatisfy { $0.time < $1.time }, "\(entry.testDescription)")
    }
  }

  @Test(
    "every recorded book is read with all its levels",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence), arguments: BinanceFixture.segments)
  func books(segment: BinanceSegment) throws {
    for entry in VenuePayloads(segment.rawValue).entries(of: "depth") {
      let answer = try entry.json()
      let book = try BinanceMarket.book(in: answer)
      #expect(book.bids.count == answer["bids"].map { Array($0.elements).count }, "\(entry.testDescription)")
      #expect(book.asks.count == answer["asks"].map { Array($0.elements).count }, "\(entry.testDescription)")
    }
  }

  @Test("a book is exact, asked for in the size that costs least, and an error when it crosses")
  func book() async throws {
    let levels = #""asks":[["30430.90","1.685"],["30431.00","0.001"]]"#
    let client = CannedClient(
      now: BinanceFixture.now,
      answers: [
        ("/fapi/v1/depth", #"{"lastUpdateId":1,"bids":[["30430.80","0.482"]],\#(levels)}"#),
        ("/dapi/v1/depth", #"{"lastUpdateId":1,"bids":[["30430.90","0.482"]],\#(levels)}"#),
      ])
    let book = try await BinanceMarket(.usdMargined).book(of: BinanceFixture.instrument("BTCUSDT"), client)
    #expect(book.bids == [.init(price: BinanceFixture.decimal("30430.8"), quantity: BinanceFixture.decimal("0.482"))])
    #expect(book.asks.last?.quantity == BinanceFixture.decimal("0.001"))
    #expect(client.targets == ["/fapi/v1/depth?symbol=BTCUSDT&limit=50"])
    await #expect(throws: VenueFault.self) {
      try await BinanceMarket(.coinMargined).book(of: BinanceFixture.instrument("X", .coinMargined), client)
    }
  }

  @Test("the venue's time is its own", arguments: BinanceFixture.segments)
  func time(segment: BinanceSegment) async throws {
    let client = CannedClient(
      now: BinanceFixture.now, answers: [(segment.time.path, #"{"serverTime":1499827319559}"#)])
    #expect(try await BinanceMarket(segment).serverTime(client) == Timestamp(milliseconds: 1_499_827_319_559))
  }
}
