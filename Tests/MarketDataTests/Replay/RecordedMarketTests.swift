import HedgeModel
import MarketData
import Testing

@Suite(.enabled(if: ReferenceData.isPresent, "no recorded market data here")) struct RecordedMarketTests {
  private static let files = [
    "perp_spot_1h_2021-03_2021-07.csv", "hourly_spot_2021-04_2021-07.csv", "daily_closes.csv", "daily_perp_closes.csv",
    "funding_binance_2020_2022H1.csv",
  ]

  private func id(_ symbol: String) -> InstrumentID { InstrumentID(venue: "replay", symbol: symbol) }

  private func instant(_ text: String) throws -> Timestamp { try #require(Timestamp(iso8601: text)) }

  private func feed(from start: String, to end: String) throws -> ReplayFeed {
    try ReplayFeed(
      configuration: ReplayConfiguration(
        files: Self.files.map(ReferenceData.path), start: instant(start), end: instant(end)))
  }

  @Test("the crash of May 2021 is played hour by hour from the files")
  func crash() async throws {
    let feed = try feed(from: "2021-05-19T00:00:00Z", to: "2021-05-20T00:00:00Z")
    let inbox = Inbox()
    feed.start([id("BTC"), id("BTC-PERP"), id("SOL")], into: inbox)
    var bars = 0
    var stamps: [FundingStamp] = []
    for hour in 0...24 {
      feed.advance(to: feed.start + .hours(Double(hour)))
      let contents = inbox.drain()
      #expect(contents.latest[id("BTC-PERP")]?.mark != nil)
      #expect(contents.latest[id("SOL")]?.quote?.at == feed.start + .hours(Double(hour)))
      for event in contents.ordered {
        if case .bar(let instrument, .hour, _) = event, instrument == id("BTC") { bars += 1 }
        if case .fundingStamp(_, let stamp) = event { stamps.append(stamp) }
      }
    }
    #expect(bars == 24)
    #expect(stamps.map { ($0.time - feed.start).inHours } == [8, 16, 24])
    let day = HistoryRequest(instrument: id("BTC"), interval: .day, count: 1, end: feed.end)
    #expect(try await feed.history(day).map(\.price) == [36690.09])
  }

  @Test("ninety daily bars of every asset are at hand, unlisted ones as gaps")
  func history() async throws {
    let feed = try feed(from: "2021-05-19", to: "2021-06-19")
    for asset in ["BTC", "ETH", "BNB", "SOL", "XRP", "ADA", "DOGE", "LTC", "LINK", "DOT", "AVAX", "UNI"] {
      let request = HistoryRequest(instrument: id(asset), interval: .day, count: 90, end: feed.start)
      let bars = try await feed.history(request)
      #expect(bars.count == 90 && bars.last?.close == feed.start)
      #expect(bars.allSatisfy { $0.price != nil }, "\(asset)")
    }
    let early = HistoryRequest(instrument: id("AVAX"), interval: .day, count: 90, end: try instant("2020-06-01"))
    #expect(try await feed.history(early).allSatisfy { $0.price == nil })
  }

  @Test("exchange outages age the price beyond the limit instead of repeating it")
  func outage() throws {
    let feed = try feed(from: "2021-04-20T00:00:00Z", to: "2021-04-21T00:00:00Z")
    let inbox = Inbox()
    feed.start([id("BTC")], into: inbox)
    var health = FeedHealth(connectingSince: feed.start)
    var states: [Bool] = []
    for quarter in 0...32 {
      let now = feed.start + .hours(Double(quarter) / 4)
      feed.advance(to: now)
      if let at = inbox.drain().latest[id("BTC")]?.quote?.at { health.receiveEvent(at: at) }
      health.tick(now: now, staleAfter: feed.identity.staleAfter)
      states.append(health.isLive)
    }
    // No prices close at 03:00 and 04:00: the close of 02:00 is stale from after 03:30 until 05:00.
    let stale = states.indices.filter { !states[$0] }
    #expect(stale == Array(15...19))
  }
}
