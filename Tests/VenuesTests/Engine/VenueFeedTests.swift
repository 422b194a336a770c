import HedgeModel
import MarketData
import Testing

@testable import Venues

@Suite struct VenueFeedTests {
  private let lost = WebSocketClosure.fault(TransportFault(.broken, host: "stream.test:9443"))

  @Test("a start measures the clock, reads the specifications, fetches prices and subscribes, in that order")
  func start() async {
    let test = TestFeed()
    await test.start()
    #expect(
      test.venue.requests.map { $0.url.dropFirst("https://rest.test".count).prefix { $0 != "?" } } == [
        "/time", "/time", "/time", "/time", "/instruments", "/values",
      ])
    #expect(test.quote("BTC-USD")?.value.price == 100)
    #expect(test.sockets.all.count == 1)
    test.sockets.last?.open()
    #expect(test.sockets.last?.sent.count == 4)
    #expect(test.sockets.last?.sent.first == "subscribe BTC-USD@price")
    test.hear(0, price: 101)
    await test.turn()
    #expect(test.states == [.connecting, .connected])
    test.clock.advance(by: .seconds(1))
    test.hear(0, price: 101)
    await test.turn()
    #expect(test.quote("BTC-USD")?.value.price == 101)
    #expect(test.warnings == [])
    test.feed.stop()
  }

  @Test("it says what it is")
  func identity() {
    let identity = TestFeed().feed.identity
    #expect(identity.name == "test" && identity.label == "Test Exchange" && identity.isLive)
    #expect(identity.staleAfter == .seconds(15))
  }

  @Test("a transport that is open before it returns, and calls back while it is told something, loses no message")
  func immediateTransport() async {
    let test = TestFeed(opensAtOnce: true)
    await test.start()
    #expect(
      test.sockets.last?.sent == [
        "subscribe BTC-USD@price", "subscribe BTC-USD@mark", "subscribe BTC-PERP@price", "subscribe BTC-PERP@mark",
      ])
    test.hear(1)
    await test.turn()
    #expect(test.states.last == .connected)
    test.feed.stop()
    #expect(test.sockets.unclosed == 0)
  }

  @Test("after each reconnect the present values are fetched, and the words say what happened")
  func reconnect() async {
    let test = TestFeed()
    await test.startLive()
    let before = test.venue.count("/values")
    test.sockets.last?.fail(lost)
    await test.turn()
    guard case .failed(let message, let retryAt?) = test.states.last else { return #expect(Bool(false)) }
    #expect(message == "the connection to stream.test:9443 was lost")
    #expect(retryAt - test.clock.now() <= .seconds(1))
    await test.pass(.seconds(1))
    #expect(test.sockets.all.count == 2)
    #expect(test.states.last == .connecting)
    test.sockets.last?.open()
    test.hear(0)
    test.venue.change { $0.price = 123 }
    await test.turn()
    #expect(test.states.last == .connected)
    #expect(test.venue.count("/values") > before)
    #expect(test.quote("BTC-PERP")?.value.price == 123)
  }

  @Test("a time between fundings that an answer told counts for what the stream tells, on the next connection too")
  func fundingInterval() async {
    let test = TestFeed()
    func hours() -> Double? {
      test.contents.latest[InstrumentID(venue: "test", symbol: "BTC-PERP")]?.funding?.value.intervalHours
    }
    func tell() async {
      await test.pass(.seconds(1)) {
        test.sockets.last?.deliver("{\"c\":2,\"rate\":0.0001,\"t\":\(test.clock.now().milliseconds)}")
      }
    }
    func reconnect() async {
      let count = test.sockets.all.count
      test.sockets.last?.fail(lost)
      for _ in 0..<30 where test.sockets.all.count == count { await test.pass(.seconds(1)) }
      test.sockets.last?.open()
      test.hear(0)
      await test.turn()
    }
    await test.startLive()
    await tell()
    #expect(hours() == 8)
    test.venue.change { $0.fundingHours = 1 }
    await reconnect()
    await tell()
    #expect(hours() == 1)
    test.venue.change { $0.fundingHours = nil }
    await reconnect()
    await tell()
    #expect(hours() == 1)
    #expect(test.sockets.all.count == 3)
  }

  @Test("while there is no connection prices come by REST, every three seconds")
  func restMeanwhile() async {
    let test = TestFeed()
    await test.startLive()
    test.sockets.last?.fail(.refused(HTTPResponse(status: 403)))
    let before = test.venue.count("/values")
    await test.pass(.seconds(10))
    #expect(test.venue.count("/values") == before)
    await test.pass(.seconds(60))
    #expect((18...22).contains(test.venue.count("/values") - before))
    #expect(test.clock.now() - (test.quote("BTC-PERP")?.at ?? TestFeed.start) <= .seconds(3))
    guard case .failed(let message, _) = test.states.last else { return #expect(Bool(false)) }
    #expect(message == "the venue refused the connection (HTTP 403)")
  }

  @Test("a stream that stays connected while one channel is never heard is told, and its prices come by REST")
  func silentChannel() async {
    var market = TestMarket()
    market.silenceLimits = ["price": .seconds(10), "mark": .seconds(8)]
    let test = TestFeed(market)
    await test.startLive(["BTC-PERP"])
    test.venue.change { $0.price = 777 }
    let before = test.venue.count("/values")
    await test.pass(.seconds(60)) { test.hear(0) }
    #expect(test.warnings == ["BTC-PERP@mark is silent for 14 s; asking by REST"])
    #expect(test.sockets.last?.sent.filter { $0.hasPrefix("resubscribe") } == ["resubscribe BTC-PERP@mark"])
    #expect((14...18).contains(test.venue.count("/values") - before))
    let mark = test.contents.latest[InstrumentID(venue: "test", symbol: "BTC-PERP")]?.mark
    #expect(mark?.value == 777 && test.clock.now() - (mark?.at ?? TestFeed.start) <= .seconds(4))
    #expect(test.states == [.connecting, .connected])
    await test.pass(.seconds(30)) {
      test.hear(0)
      test.hear(1)
    }
    #expect(test.warnings.last == "BTC-PERP@mark is heard again")
    let after = test.venue.count("/values")
    await test.pass(.seconds(30)) {
      test.hear(0)
      test.hear(1)
    }
    #expect(test.venue.count("/values") == after)
  }

  @Test("a half-open connection is noticed, replaced, and the prices meanwhile are as old as they look")
  func halfOpen() async {
    let test = TestFeed()
    await test.startLive()
    test.hear(0, price: 105)
    let told = test.clock.now()
    await test.pass(.seconds(12))
    #expect(test.quote("BTC-USD")?.at == told)
    await test.pass(.seconds(25))
    #expect(test.sockets.all[0].pings == 1)
    #expect(test.sockets.all[0].isClosed)
    #expect(test.sockets.all.count == 2)
    #expect(
      test.states.contains {
        if case .failed(let message, _) = $0 { message.contains("nothing heard for 3") } else { false }
      })
  }

  @Test("out of order or repeated, an older price never takes the place of a newer one")
  func outOfOrder() async {
    let test = TestFeed()
    await test.startLive()
    var random = SplitMix64(seed: 4)
    var newest = TestFeed.start
    for _ in 0..<200 {
      let at = test.clock.now() - .milliseconds(Int64.random(in: 0...20_000, using: &random))
      test.hear(0, price: Double(at.milliseconds % 100_000) + 1, at: at)
      newest = max(newest, at)
      await test.pass(.milliseconds(100), step: .milliseconds(100))
      #expect(test.quote("BTC-USD").map { $0.at >= newest } ?? false)
      if let quote = test.quote("BTC-USD"), quote.value.price != 100 {
        #expect(quote.value.price == Double(quote.at.milliseconds % 100_000) + 1)
      }
    }
  }

  @Test("before a day is over it connects anew without a moment unconnected, and again the next day")
  func day() async {
    var market = TestMarket()
    market.life = .days(1)
    market.silenceLimits = ["price": .seconds(60), "mark": .seconds(60)]
    let test = TestFeed(market)
    await test.startLive()
    await test.pass(.days(1.95), step: .seconds(18)) {
      for socket in test.sockets.all.suffix(2) where !socket.isClosed {
        if socket.sent.isEmpty { socket.open() }
        for channel in 0..<4 {
          socket.deliver("{\"c\":\(channel),\"p\":100,\"t\":\(test.clock.now().milliseconds)}")
        }
      }
    }
    #expect(test.sockets.all.count == 3)
    #expect(test.sockets.unclosed == 1)
    #expect(test.states == [.connecting, .connected])
    #expect(test.warnings == [])
    #expect(test.sockets.all.allSatisfy { !$0.sent.contains { $0.hasPrefix("sent while") } })
  }

  @Test("a stop while connecting closes what opens late, and nothing is told afterwards")
  func stopDuringConnect() async {
    let test = TestFeed()
    await test.start()
    let socket = test.sockets.last
    test.feed.stop()
    _ = test.inbox.drain()
    socket?.open()
    socket?.deliver("{\"c\":0,\"p\":100}")
    test.ticker.turn()
    await test.feed.settle()
    #expect(test.inbox.drain().isEmpty)
    #expect(socket?.sent == [])
    #expect(test.sockets.unclosed == 0)
  }

  @Test("a stop while a transport is asked to connect closes what it gives")
  func stopWhileOpening() async {
    for opensAtOnce in [true, false] {
      let test = TestFeed(opensAtOnce: opensAtOnce)
      test.sockets.whileOpening { [feed = test.feed] in feed.stop() }
      await test.start()
      #expect(test.sockets.all.count == 1 && test.sockets.unclosed == 0)
    }
  }

  @Test("what an earlier start asked for is not told after another one")
  func lateAnswer() async {
    let test = TestFeed()
    let perpetual = InstrumentID(venue: "test", symbol: "BTC-PERP")
    test.venue.change { [feed = test.feed, inbox = test.inbox] in
      $0.before = ("/values", { feed.start([perpetual], into: inbox) })
    }
    await test.start(["BTC-USD"])
    await test.turn()
    #expect(test.quote("BTC-USD") == nil && test.quote("BTC-PERP") != nil)
    #expect(test.sockets.unclosed == 1)
  }

  @Test("a snapshot that failed after a reconnect is fetched when the venue answers again")
  func failedSnapshot() async {
    let test = TestFeed()
    await test.startLive()
    test.sockets.last?.fail(lost)
    await test.pass(.seconds(1))
    test.venue.change {
      $0.price = 321
      $0.answers["/values"] = Array(repeating: TestVenue.response(503), count: 3)
    }
    test.sockets.last?.open()
    test.hear(0)
    await test.turn()
    #expect(test.quote("BTC-PERP")?.value.price == 100)
    #expect(test.warnings == ["no prices by REST: not available at present: HTTP 503"])
    await test.pass(.seconds(4)) { for channel in 0..<2 { test.hear(channel) } }
    #expect(test.quote("BTC-PERP")?.value.price == 321)
  }

  @Test("a stop while questions are under way tells nothing afterwards")
  func stopDuringQuestions() async {
    let test = TestFeed()
    test.feed.start([InstrumentID(venue: "test", symbol: "BTC-USD")], into: test.inbox)
    test.feed.stop()
    _ = test.inbox.drain()
    await test.feed.settle()
    #expect(test.inbox.drain().isEmpty && test.sockets.all.isEmpty)
  }

  @Test("another start watches the other instruments, on one connection")
  func startAgain() async {
    let test = TestFeed()
    await test.startLive(["BTC-USD"])
    await test.startLive(["BTC-PERP"])
    #expect(test.sockets.unclosed == 1)
    #expect(test.sockets.last?.sent.first == "subscribe BTC-PERP@price")
    #expect(test.states.last == .connected)
  }

  @Test("an instrument the venue does not have is told by name, once, and the others are watched")
  func unknownInstrument() async {
    let test = TestFeed()
    await test.startLive(["BTC-USD", "DOGE-USD"])
    #expect(test.warnings == ["Test Exchange has no DOGE-USD"])
    #expect(test.states.last == .connected)
  }

  @Test("instruments of other venues are left to their feeds")
  func otherVenues() async {
    let test = TestFeed()
    let other = InstrumentID(venue: "other", symbol: "BTC-USD")
    test.feed.start([other, InstrumentID(venue: "test", symbol: "BTC-USD")], into: test.inbox)
    await test.turn()
    test.sockets.last?.open()
    #expect(test.sockets.last?.sent == ["subscribe BTC-USD@price", "subscribe BTC-USD@mark"])
    #expect(test.warnings == [] && test.contents.latest[other] == nil)
  }

  @Test("messages that are garbage, the venue's errors and its heartbeats are dealt with, each said once")
  func oddMessages() async {
    let test = TestFeed()
    await test.startLive()
    for _ in 0..<100 {
      test.sockets.last?.deliver("{\"c\":")
      test.sockets.last?.deliver("{\"error\":\"no such channel\"}")
      test.sockets.last?.deliver("{\"c\":99,\"p\":1}")
      test.sockets.last?.deliver("{\"c\":-1,\"broken\":-3}")
    }
    test.sockets.last?.deliver("{\"beat\":true}")
    await test.turn()
    #expect(test.warnings.count == 2)
    #expect(test.warnings.contains("no such channel"))
    #expect(test.sockets.last?.sent.last == "alive")
    #expect(test.states.last == .connected)
  }

  @Test("a channel whose memory broke is subscribed to anew and its prices are fetched, not at each message")
  func broken() async {
    let test = TestFeed()
    await test.startLive()
    let before = test.venue.count("/values")
    for _ in 0..<50 { test.sockets.last?.deliver("{\"broken\":2}") }
    await test.pass(.seconds(1))
    #expect(test.sockets.last?.sent.filter { $0.hasPrefix("resub") } == ["resubscribe BTC-PERP@price"])
    #expect(test.venue.count("/values") == before + 1)
    #expect(test.venue.requests.last?.url.contains("symbols=BTC-PERP") ?? false)
  }

  @Test("a venue that asks to connect anew is told of, and there is no gap")
  func notice() async {
    let test = TestFeed()
    await test.startLive()
    await test.pass(.seconds(70)) { for channel in 0..<4 { test.hear(channel) } }
    test.sockets.last?.deliver("{\"again\":\"service upgrade\"}")
    #expect(test.sockets.all.count == 2 && test.sockets.unclosed == 2)
    test.sockets.last?.open()
    test.hear(0)
    await test.turn()
    #expect(test.sockets.all[0].isClosed && !test.sockets.all[1].isClosed)
    #expect(test.warnings == ["stream.test:9443 asks to connect anew: service upgrade"])
    #expect(test.states == [.connecting, .connected])
  }

  @Test("a clock half a minute off is told once, looked at again, and told when it is right")
  func clockOff() async {
    let test = TestFeed()
    test.venue.change { $0.offset = .seconds(30) }
    await test.startLive()
    #expect(test.warnings.count == 1)
    #expect(test.warnings.first?.contains("clock is 30 s behind that of Test Exchange") ?? false)
    #expect(test.quote("BTC-PERP")?.at == TestFeed.start + .seconds(30))
    await test.pass(.seconds(700)) { for channel in 0..<4 { test.hear(channel) } }
    #expect(test.warnings.count == 1)
    test.venue.change { $0.offset = .zero }
    await test.pass(.seconds(310)) { for channel in 0..<4 { test.hear(channel) } }
    #expect(test.warnings.last == "this machine's clock agrees with that of Test Exchange again")
  }
}
