import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@Suite struct ReplayFeedTests {
  private let inbox = Inbox()

  /// Six hours from 2021-04-05T00:00Z; BTC has no price in the hours that close at 03:00 and 04:00.
  private static let prices = """
    open_time,symbol,spot_close,perp_close,mark_close
    2021-04-05T00:00:00Z,BTCUSDT,100,101,100.5
    2021-04-05T01:00:00Z,BTCUSDT,102,103,102.5
    2021-04-05T02:00:00Z,BTCUSDT,,105,104.5
    2021-04-05T04:00:00Z,BTCUSDT,108,109,108.5
    2021-04-05T05:00:00Z,BTCUSDT,110,111,110.5
    """
  private static let funding = """
    time,symbol,rate,mark_price,mark_source
    2021-04-05T00:00:00Z,BTCUSDT,0.0001,,
    2021-04-05T04:00:00Z,BTCUSDT,-0.0003,108,api
    """

  private func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: "replay", symbol: symbol) }

  private func hour(_ hours: Double) -> Timestamp { Timestamp(milliseconds: 1_617_580_800_000) + .hours(hours) }

  private func feed(start: Timestamp? = nil, end: Timestamp? = nil) throws -> ReplayFeed {
    let recording = ReplayRecording(
      prices: [try PriceTable(bytes: Array(Self.prices.utf8), file: "p.csv")],
      funding: [try FundingTable(bytes: Array(Self.funding.utf8), file: "f.csv")])
    return try ReplayFeed(
      recording: recording, configuration: ReplayConfiguration(files: [], start: start, end: end, speed: 3600))
  }

  @Test("columns become instruments with permissive specifications")
  func instruments() async throws {
    let feed = try feed()
    let instruments = try await feed.instruments()
    #expect(instruments.map(\.id) == [id("BTC"), id("BTC-PERP")])
    #expect(instruments[1].kind == .perpetual(fundingInterval: .hours(4)))
    #expect(instruments.allSatisfy { $0.quote == "USDT" && $0.underlying == "BTC" && $0.multiplier == 1 })
    #expect(feed.identity.label == "REPLAY 3600×")
    #expect(feed.identity.staleAfter == .seconds(5400))
    #expect(feed.start == hour(1) && feed.end == hour(6))
  }

  @Test("a specification of the configuration is used as it stands")
  func specifications() async throws {
    let stated = Instrument(
      id: id("BTC-PERP"), kind: .perpetual(fundingInterval: .hours(8)), underlying: "BTC", quote: "USD",
      settlement: "USD", tickSize: 1, lotStep: 1)
    let table = try PriceTable(bytes: Array(Self.prices.utf8), file: "p.csv")
    let feed = try ReplayFeed(
      recording: ReplayRecording(prices: [table]),
      configuration: ReplayConfiguration(files: [], specifications: [stated]))
    #expect(try await feed.instruments()[1] == stated)
  }

  @Test("at the start the bar that has just closed is told, as of its close")
  func opening() throws {
    let feed = try feed(start: hour(1.5))
    feed.start([id("BTC"), id("BTC-PERP")], into: inbox)
    feed.advance(to: hour(1.5))
    let latest = inbox.drain().latest
    #expect(latest[id("BTC")]?.quote?.value == Quote(price: 100))
    #expect(latest[id("BTC")]?.quote?.at == hour(1))
    #expect(latest[id("BTC-PERP")]?.mark?.value == 100.5)
    #expect(latest[id("BTC-PERP")]?.index?.value == 100)
    #expect(latest[id("BTC")]?.mark == nil)
    #expect(
      latest[id("BTC-PERP")]?.funding?.value
        == FundingRate(rate: 0.0001, interval: .hours(4), nextStamp: hour(4)))
  }

  @Test("in a gap nothing is told, so the last price grows old")
  func gap() throws {
    let feed = try feed()
    feed.start([id("BTC")], into: inbox)
    feed.advance(to: hour(2))
    #expect(inbox.drain().latest[id("BTC")]?.quote?.at == hour(2))
    for minutes in stride(from: 2.0, to: 5, by: 0.25) {
      feed.advance(to: hour(minutes))
      #expect(inbox.drain().latest[id("BTC")] == nil)
    }
    feed.advance(to: hour(5))
    #expect(inbox.drain().latest[id("BTC")]?.quote?.value == Quote(price: 108))
  }

  @Test("bars are told in order with gaps as bars without a price, payments at their time, and then the end")
  func ordered() throws {
    let feed = try feed()
    feed.start([id("BTC"), id("BTC-PERP")], into: inbox)
    for minute in stride(from: 60.0, through: 480, by: 7) { feed.advance(to: hour(minute / 60)) }
    let told = inbox.drain().ordered
    let prices = told.compactMap { event -> Double?? in
      if case .bar(let instrument, .hour, let bar) = event, instrument == id("BTC") { .some(bar.price) } else { nil }
    }
    #expect(prices == [102, nil, nil, 108, 110])
    let stamps = told.filter { if case .fundingStamp = $0 { true } else { false } }
    #expect(stamps == [.fundingStamp(id("BTC-PERP"), FundingStamp(time: hour(4), rate: -0.0003, markPrice: 108))])
    #expect(told.last == .signal(.ended))
    #expect(told.filter { $0 == .signal(.ended) }.count == 1)
  }

  @Test("the events do not depend on how often time is told")
  func deterministic() throws {
    func told(_ hours: [Double]) throws -> [FeedEvent] {
      let feed = try feed()
      feed.start([id("BTC-PERP"), id("BTC")], into: inbox)
      for time in hours { feed.advance(to: hour(time)) }
      return inbox.drain().ordered
    }
    let once = try told([9])
    #expect(once.count > 10)
    #expect(try told([0.5, 1, 1.1, 2, 3.9, 4, 4, 6, 7]) == once)
    #expect(try told(Array(stride(from: 0, through: 9, by: 0.05))) == once)
  }

  @Test("history ends with what has been told: no look ahead")
  func noLookAhead() async throws {
    let feed = try feed(start: hour(2))
    let request = HistoryRequest(instrument: id("BTC"), interval: .hour, count: 50, end: hour(1000))
    #expect(try await feed.history(request) == [Bar(close: hour(1), price: 100), Bar(close: hour(2), price: 102)])
    #expect(try await feed.fundingHistory(of: id("BTC-PERP"), since: hour(-1)).count == 1)
    feed.start([], into: inbox)
    feed.advance(to: hour(3.5))
    #expect(try await feed.history(request).map(\.price) == [100, 102, nil])
    feed.advance(to: hour(4))
    #expect(try await feed.fundingHistory(of: id("BTC-PERP"), since: hour(0)).map(\.time) == [hour(4)])
    let short = HistoryRequest(instrument: id("BTC"), interval: .hour, count: 2, end: hour(2.5))
    #expect(try await feed.history(short).map(\.close) == [hour(1), hour(2)])
  }

  @Test("a rate is current until the next payment is due, then it ages")
  func fundingAges() throws {
    let feed = try feed(end: hour(12))
    feed.start([id("BTC-PERP")], into: inbox)
    feed.advance(to: hour(3.5))
    #expect(inbox.drain().latest[id("BTC-PERP")]?.funding?.at == hour(3.5))
    feed.advance(to: hour(10))
    let overdue = inbox.drain().latest[id("BTC-PERP")]?.funding
    #expect(overdue?.value.rate == -0.0003)
    #expect(overdue?.at == hour(8))
  }

  @Test("what cannot be had is an error that says why")
  func errors() async throws {
    let feed = try feed()
    let unknown = await #expect(throws: FeedError.self) {
      try await feed.history(HistoryRequest(instrument: id("ETH"), interval: .day, count: 1, end: hour(1)))
    }
    #expect(unknown?.description == "replay:ETH: is not in the recording; it has BTC, BTC-PERP")
    let spot = await #expect(throws: FeedError.self) { try await feed.fundingHistory(of: id("BTC"), since: hour(0)) }
    #expect(spot?.message == "has no funding in the recording; add a file of payments")
    #expect(throws: FeedError.self) { try self.feed(start: hour(50)) }
    #expect(throws: FeedError.self) { try ReplayFeed(configuration: ReplayConfiguration(files: [])) }
    feed.start([id("XRP")], into: inbox)
    #expect(inbox.drain().ordered.contains(.signal(.warning("the recording has no XRP"))))
  }

  @Test("daily files alone have no hourly bars, and say so")
  func dailyOnly() async throws {
    let table = try PriceTable(bytes: Array("date,BTC\n2021-01-01,5\n2021-01-02,6\n".utf8), file: "d.csv")
    let feed = try ReplayFeed(
      recording: ReplayRecording(prices: [table]), configuration: ReplayConfiguration(files: []))
    #expect(feed.identity.staleAfter == .hours(36))
    let error = await #expect(throws: FeedError.self) {
      try await feed.history(HistoryRequest(instrument: id("BTC"), interval: .hour, count: 5, end: feed.end))
    }
    #expect(error?.message == "has no bars of one hour in the recording; use longer bars or add a file")
  }
}
