import FoundationEssentials
import HedgeModel
import MarketData
import Testing

@testable import Venues

/// What a feed asks by REST beside its streams: the past, what closes and is paid, books, and a venue that is down.
@Suite struct VenueFeedQuestionsTests {
  private let spot = InstrumentID(venue: "test", symbol: "BTC-USD")
  private let perpetual = InstrumentID(venue: "test", symbol: "BTC-PERP")

  private func day(_ text: String) -> Timestamp { Timestamp(iso8601: text)! }

  @Test("history is of closed bars that end at or before what is asked for, as many as asked, with gaps as gaps")
  func history() async throws {
    let test = TestFeed()  // 2023-11-14T22:13:20Z
    test.venue.change { $0.missingBars = [day("2023-11-12"), day("2023-11-13")] }
    let end = TestFeed.start
    let bars = try await test.feed.history(HistoryRequest(instrument: spot, interval: .day, count: 5, end: end))
    #expect(bars.map(\.close) == ["2023-11-10", "2023-11-11", "2023-11-12", "2023-11-13", "2023-11-14"].map(day))
    #expect(bars.map(\.price) == [100, 100, nil, nil, 100])
    let hours = try await test.feed.history(HistoryRequest(instrument: spot, interval: .hour, count: 3, end: end))
    #expect(hours.last?.close == day("2023-11-14T22:00:00Z") && hours.count == 3)
    let later = HistoryRequest(instrument: spot, interval: .hour, count: 3, end: end + .days(9))
    #expect(try await test.feed.history(later) == hours)
    let none = HistoryRequest(instrument: spot, interval: .day, count: 0, end: end)
    #expect(try await test.feed.history(none).isEmpty)
  }

  @Test("before a market's first price there are no bars, and a bar the venue has not closed yet is no gap")
  func historyEdges() async throws {
    let test = TestFeed()
    let early = (0...8).map { day("2023-11-01") + .days(Double($0)) }
    test.venue.change { $0.missingBars = Set(early + [day("2023-11-14")]) }
    let bars = try await test.feed.history(
      HistoryRequest(instrument: spot, interval: .day, count: 14, end: TestFeed.start))
    #expect(bars.first?.close == day("2023-11-10") && bars.last?.close == day("2023-11-13"))
  }

  @Test("what the venue does not have, or a venue that is down, is an error with its place and the remedy")
  func errors() async {
    let test = TestFeed()
    let request = HistoryRequest(
      instrument: InstrumentID(venue: "test", symbol: "DOGE"), interval: .day, count: 1, end: TestFeed.start)
    await #expect(throws: FeedError(place: "Test Exchange", message: "not known there: DOGE")) {
      try await test.feed.history(request)
    }
    let down = TestFeed()
    down.venue.change { $0.fault = TransportFault(.nameNotFound, host: "rest.test:443") }
    await #expect(
      throws: FeedError(
        place: "Test Exchange",
        message: "the name of rest.test:443 is not found; check the network and its name servers")
    ) { try await down.feed.instruments() }
  }

  @Test("bars of watched spot markets are told when their hour or day has ended, each once, in order")
  func closedBars() async {
    let test = TestFeed()  // 22:13:20
    await test.startLive()
    await test.pass(.hours(3), step: .seconds(10)) { for channel in 0..<4 { test.hear(channel) } }
    let bars = test.contents.ordered.compactMap { event -> (BetaPolicy.BarInterval, Timestamp)? in
      if case .bar(spot, let interval, let bar) = event, bar.price == 100 { (interval, bar.close) } else { nil }
    }
    #expect(bars.filter { $0.0 == .day }.map(\.1) == [day("2023-11-15")])
    #expect(
      bars.filter { $0.0 == .hour }.map(\.1)
        == ["2023-11-14T23:00:00Z", "2023-11-15T00:00:00Z", "2023-11-15T01:00:00Z"].map(day))
    #expect(test.contents.ordered.count { if case .bar = $0 { true } else { false } } == 4)
  }

  @Test("a bar that is not there yet is waited for, and one that never comes is a gap")
  func lateBars() async {
    let test = TestFeed()
    let late = day("2023-11-14T23:00:00Z")
    test.venue.change { $0.missingBars = [late, day("2023-11-15T00:00:00Z")] }
    await test.startLive()
    func told() -> [Bar] {
      test.contents.ordered.compactMap { if case .bar(_, .hour, let bar) = $0 { bar } else { nil } }
    }
    await test.pass(late + .seconds(60) - test.clock.now()) { for channel in 0..<4 { test.hear(channel) } }
    #expect(told().isEmpty)
    test.venue.change { $0.missingBars.remove(late) }
    await test.pass(.seconds(20)) { for channel in 0..<4 { test.hear(channel) } }
    #expect(told() == [Bar(close: late, price: 100)])
    await test.pass(.hours(1.2), step: .seconds(10)) { for channel in 0..<4 { test.hear(channel) } }
    #expect(told().last == Bar(close: late + .hours(1), price: nil) && told().count == 2)
  }

  @Test("a funding payment is told once after its stamp has passed, however late the venue books it")
  func funding() async {
    let test = TestFeed()
    await test.startLive()
    let stamp = day("2023-11-15")
    func tell() {
      let next = test.clock.now() < stamp ? stamp : stamp + .hours(8)
      test.sockets.last?.deliver(
        "{\"c\":2,\"rate\":0.0001,\"next\":\(next.milliseconds),\"t\":\(test.clock.now().milliseconds)}")
      for channel in 0..<4 { test.hear(channel) }
    }
    func told() -> [FundingStamp] {
      test.contents.ordered.compactMap { if case .fundingStamp(perpetual, let stamp) = $0 { stamp } else { nil } }
    }
    await test.pass(stamp + .seconds(90) - test.clock.now(), step: .seconds(5), tell)
    #expect(told().isEmpty && test.venue.count("/funding") > 0)
    test.venue.change { $0.stamps = [stamp - .hours(8), stamp + .milliseconds(7)] }
    await test.pass(.hours(1), step: .seconds(5), tell)
    #expect(told().map(\.time) == [stamp + .milliseconds(7)])
    #expect(test.venue.count("/funding") < 6)
    test.venue.change { $0.stamps.append(stamp + .hours(8)) }
    await test.pass(.hours(7.5), step: .seconds(20), tell)
    #expect(told().map(\.time) == [stamp + .milliseconds(7), stamp + .hours(8)])
  }

  @Test("funding history is what was paid after the instant asked for, in order")
  func fundingHistory() async throws {
    let test = TestFeed()
    let stamps = [TestFeed.start - .hours(1), TestFeed.start - .hours(9), TestFeed.start - .hours(17)]
    test.venue.change { $0.stamps = stamps }
    let told = try await test.feed.fundingHistory(of: perpetual, since: stamps[2])
    #expect(told.map(\.time) == [stamps[1], stamps[0]])
  }

  @Test("order books are asked for every five seconds of those somebody looks at, and of no others")
  func depth() async {
    let test = TestFeed()
    await test.startLive()
    #expect(test.venue.count("/book") == 0 && test.feed.identity.givesDepth)
    (test.feed as any PriceFeed).watchDepth(of: [perpetual])
    await test.pass(.seconds(20)) { for channel in 0..<4 { test.hear(channel) } }
    #expect(test.venue.count("/book") == 4)
    #expect(test.contents.books.keys.sorted() == [perpetual])
    let book = test.contents.books[perpetual]
    #expect(book?.value.bids.first?.price == 99 && test.clock.now() - (book?.at ?? TestFeed.start) <= .seconds(5))
    test.feed.watchDepth(of: [])
    await test.pass(.seconds(20)) { for channel in 0..<4 { test.hear(channel) } }
    #expect(test.venue.count("/book") == 4)
  }

  @Test("a venue that is down at the start is told in words and found when it is up again")
  func downAtStart() async {
    let test = TestFeed()
    test.venue.change { $0.fault = TransportFault(.unreachable, host: "rest.test:443") }
    await test.start()
    guard case .failed(let message, .some) = test.states.last else { return #expect(Bool(false)) }
    #expect(message == "rest.test:443 does not answer; check the network, a firewall or HTTPS_PROXY")
    test.venue.change { $0.fault = nil }
    await test.pass(.seconds(70))
    #expect(test.sockets.all.count >= 1)
    test.sockets.last?.open()
    test.hear(0)
    await test.turn()
    #expect(test.states.last == .connected)
  }

  @Test("kept specifications save a question for a day; older ones are used with a word while the venue is down")
  func specifications() async {
    let cache = MemoryCache()
    let first = TestFeed(cache: cache)
    await first.start()
    #expect(first.venue.count("/instruments") == 1)
    let second = TestFeed(cache: cache)
    second.clock.advance(by: .hours(20))
    await second.start()
    #expect(second.venue.count("/instruments") == 0 && second.sockets.all.count == 1)
    await second.pass(.hours(6), step: .seconds(300))
    #expect(second.venue.count("/instruments") == 1)
    let third = TestFeed(cache: cache)
    third.clock.advance(by: .days(9))
    third.venue.change { $0.answers["/instruments"] = Array(repeating: TestVenue.response(503), count: 3) }
    await third.start()
    #expect(third.sockets.all.count == 1)
    #expect(
      third.warnings == [
        "the specifications of Test Exchange are of 2023-11-15; new ones: not available at present: HTTP 503"
      ])
  }

  @Test("an instrument that a later listing leaves out keeps its streams, is told of once and looked for each hour")
  func leftOut() async {
    var market = TestMarket()
    market.silenceLimits = [:]
    let test = TestFeed(market)
    func pass(hours: Double) async {
      await test.pass(.hours(hours), step: .seconds(60)) { for channel in 0..<4 { test.hear(channel) } }
    }
    await test.startLive()
    test.venue.change { $0.symbols = ["BTC-USD"] }
    await pass(hours: 25.5)
    #expect(
      test.warnings == ["Test Exchange does not list BTC-PERP at present; going on with what is known of it"])
    #expect(test.venue.count("/instruments") == 3)
    #expect(test.sockets.all.count == 1 && test.sockets.unclosed == 1)
    #expect(test.quote("BTC-PERP")?.at == test.clock.now())
    test.venue.change { $0.symbols = ["BTC-USD", "BTC-PERP"] }
    await pass(hours: 4)
    #expect(test.venue.count("/instruments") == 4)
    #expect(test.warnings.count == 1 && test.sockets.all.count == 1)
  }

  @Test("a venue that has had enough is left alone, and prices are asked for again afterwards")
  func limited() async {
    var market = TestMarket()
    market.silenceLimits = ["price": .seconds(2)]
    let test = TestFeed(market)
    await test.startLive(["BTC-USD"])
    await test.pass(.seconds(8)) { test.hear(1) }
    test.venue.change { $0.answers["/values"] = [TestVenue.response(418, "{}", ["Retry-After": "120"])] }
    let before = test.venue.requests.count
    await test.pass(.seconds(60)) { test.hear(1) }
    #expect(test.venue.requests.count <= before + 2)
    #expect(test.warnings.contains("no prices by REST: shut out for too many requests; again in 120 s"))
    await test.pass(.seconds(90)) { test.hear(1) }
    #expect(test.venue.requests.count > before + 5)
  }
}
