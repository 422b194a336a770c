import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite("Present values of Binance")
struct BinanceValueTests {
  @Test("of a future are quote, mark, index and funding with its interval, from three questions")
  func future() async throws {
    let client = CannedClient(
      now: BinanceFixture.now,
      answers: [
        (
          "/fapi/v1/ticker/bookTicker?symbol=BTCUSDT",
          #"{"symbol":"BTCUSDT","bidPrice":"26780.80","bidQty":"1","askPrice":"26780.90","askQty":"2","time":1687244111999}"#
        ),
        (
          "/fapi/v1/premiumIndex?symbol=BTCUSDT",
          #"""
          {"estimatedSettlePrice":"26808.13173098","indexPrice":"26798.25197802","interestRate":"0.00010000",
          "lastFundingRate":"0.00001226","markPrice":"26780.82240476","nextFundingTime":1687248000000,
          "symbol":"BTCUSDT","time":1687244112000}
          """#
        ), ("/fapi/v1/fundingInfo", #"[{"symbol":"BTCUSDT","fundingIntervalHours":4}]"#),
      ])
    let future = BinanceFixture.instrument("BTCUSDT")
    let updates = try await BinanceMarket(.usdMargined).values(of: [future], client)
    let told = Timestamp(milliseconds: 1_687_244_112_000)
    let quote = try #require(Quote(price: 26780.85, bid: 26780.80, ask: 26780.90))
    let funding = try #require(
      FundingRate(
        rate: 0.00001226, interval: .hours(4), nextStamp: Timestamp(milliseconds: 1_687_248_000_000)))
    #expect(
      updates == [
        MarketUpdate(instrument: future.id, at: Timestamp(milliseconds: 1_687_244_111_999), value: .quote(quote)),
        MarketUpdate(instrument: future.id, at: told, value: .mark(26780.82240476)),
        MarketUpdate(instrument: future.id, at: told, value: .index(26798.25197802)),
        MarketUpdate(instrument: future.id, at: told, value: .funding(funding)),
      ])
    #expect(client.requests.map(\.weight) == [2, 1, 1])
  }

  @Test("of several futures are asked for all at once")
  func several() async throws {
    let client = CannedClient(
      now: BinanceFixture.now,
      answers: [
        ("/dapi/v1/ticker/bookTicker", "[]"), ("/dapi/v1/premiumIndex", "[]"), ("/dapi/v1/fundingInfo", "[]"),
      ])
    let futures = ["BTCUSD_PERP", "ETHUSD_PERP"].map { BinanceFixture.instrument($0, .coinMargined) }
    #expect(try await BinanceMarket(.coinMargined).values(of: futures, client).isEmpty)
    #expect(client.targets == ["/dapi/v1/ticker/bookTicker", "/dapi/v1/premiumIndex", "/dapi/v1/fundingInfo"])
    #expect(client.requests.map(\.weight) == [5, 10, 1])
  }

  @Test("of coins are quotes of this moment, asked for by name, in one question")
  func coins() async throws {
    let client = CannedClient(
      now: BinanceFixture.now,
      answers: [
        (
          "/api/v3/ticker/bookTicker",
          #"[{"symbol":"BTCUSDT","bidPrice":"6621.55000000","bidQty":"1","askPrice":"6622.10000000","askQty":"1"}]"#
        )
      ])
    let coins = ["ETHUSDT", "BTCUSDT"].map { BinanceFixture.instrument($0, .spot) }
    let updates = try await BinanceMarket(.spot).values(of: coins, client)
    let quote = try #require(Quote(price: (6621.55 + 6622.1) / 2, bid: 6621.55, ask: 6622.1))
    #expect(updates == [MarketUpdate(instrument: coins[1].id, at: BinanceFixture.now, value: .quote(quote))])
    #expect(client.targets == ["/api/v3/ticker/bookTicker?symbols=%5B%22BTCUSDT%22%2C%22ETHUSDT%22%5D"])
  }

  @Test("of more coins than an address holds are asked for without names; of nothing nothing is asked")
  func manyAndNone() async throws {
    let client = CannedClient(now: BinanceFixture.now, answers: [("/api/v3/ticker/bookTicker", "[]")])
    let coins = (0..<200).map { BinanceFixture.instrument("C\($0)USDT", .spot) }
    _ = try await BinanceMarket(.spot).values(of: coins, client)
    _ = try await BinanceMarket(.spot).values(of: [], client)
    #expect(client.targets == ["/api/v3/ticker/bookTicker"])
  }

  @Test(
    "that are zero, negative or absent are unknown",
    arguments: [
      #""bidPrice":"0.00","askPrice":"2""#, #""bidPrice":"1","askPrice":"0""#, #""bidPrice":"-1","askPrice":"2""#,
      #""bidPrice":"","askPrice":"2""#, #""askPrice":"2""#, #""bidPrice":null,"askPrice":null"#,
    ])
  func unknown(prices: String) throws {
    let wanted = ["A": BinanceFixture.instrument("A")]
    let quotes = try JSONText(#"[{"symbol":"A",\#(prices)}]"#).root
    #expect(try BinanceMarket.quotes(in: quotes, of: wanted, at: BinanceFixture.now).isEmpty)
    let marks = try JSONText(
      #"{"symbol":"A","markPrice":"0.0","indexPrice":"-1","lastFundingRate":"","nextFundingTime":0,"time":1}"#)
    #expect(
      try BinanceMarket.marks(in: marks.root, of: wanted, fundingIntervals: [:], at: BinanceFixture.now).isEmpty)
  }

  @Test(
    "are in every recorded answer, and positive",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence), arguments: BinanceFixture.segments)
  func recorded(segment: BinanceSegment) throws {
    let venue = VenuePayloads(segment.rawValue)
    for entry in venue.entries(of: "book-ticker") {
      let answer = try entry.json()
      let updates = try BinanceMarket.quotes(in: answer, of: Self.wanted(answer, segment), at: BinanceFixture.now)
      #expect(updates.count == BinanceAnswer.rows(of: answer).count, "\(entry.testDescription)")
      #expect(updates.flatMap(BinanceFixture.prices).allSatisfy { $0 > 0 })
    }
    for entry in venue.entries(of: "mark-index-funding") where entry.path?.hasSuffix("premiumIndex") == true {
      let answer = try entry.json()
      let updates = try BinanceMarket.marks(
        in: answer, of: Self.wanted(answer, segment), fundingIntervals: [:], at: BinanceFixture.now)
      let rows = BinanceAnswer.rows(of: answer)
      let funded = rows.filter { $0["lastFundingRate"] != nil }
      #expect(updates.count == 2 * rows.count + funded.count, "\(entry.testDescription)")
      #expect(updates.flatMap(BinanceFixture.prices).allSatisfy { $0 > 0 })
    }
  }

  @Test(
    "of dated futures have no funding, also where the recorded answer writes one",
    .enabled(if: VenuePayloads.arePresent, VenuePayloads.absence))
  func dated() throws {
    let answer = try VenuePayloads("binance-coinm").json("mark-index-funding__gct_premiumIndex_1.json")
    let dated = BinanceFixture.instrument("FILUSD_PERP", .coinMargined, .dated(expiry: BinanceFixture.now))
    let updates = try BinanceMarket.marks(
      in: answer, of: ["FILUSD_PERP": dated], fundingIntervals: [:], at: BinanceFixture.now)
    #expect(updates.map(\.value) == [.mark(3.113), .index(3.11371069)])
  }

  private static func wanted(_ answer: JSONValue, _ segment: BinanceSegment) -> [String: Instrument] {
    let symbols = BinanceAnswer.rows(of: answer).compactMap { $0.string("symbol") }
    return Dictionary(uniqueKeysWithValues: symbols.map { ($0, BinanceFixture.instrument($0, segment)) })
  }
}
