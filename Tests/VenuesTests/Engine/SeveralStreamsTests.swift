import Dispatch
import HedgeModel
import MarketData
import Synchronization
import Testing

@testable import Venues

@Suite struct SeveralStreamsTests {
  private let lost = WebSocketClosure.fault(TransportFault(.broken, host: "stream.test:9443"))

  @Test("a feed of several streams stands as the worst of them does")
  func worst() async {
    var market = TestMarket()
    market.streaming = .oneEach
    let test = TestFeed(market)
    await test.start()
    #expect(test.sockets.all.count == 1)
    await test.pass(.milliseconds(400), step: .milliseconds(200))
    #expect(test.sockets.all.count == 2)
    #expect(test.states == [.connecting])
    for socket in test.sockets.all { socket.open() }
    test.sockets.all[0].deliver("{\"c\":0,\"p\":1}")
    await test.turn()
    #expect(test.states.last == .connecting)
    test.sockets.all[1].deliver("{\"c\":0,\"p\":1}")
    await test.turn()
    #expect(test.states.last == .connected)
    test.sockets.all[0].fail(lost)
    await test.turn()
    guard case .failed = test.states.last else { return #expect(Bool(false)) }
    await test.pass(.seconds(1))
    #expect(test.sockets.unclosed == 2)
    test.sockets.all[2].open()
    test.sockets.all[2].deliver("{\"c\":0,\"p\":1}")
    await test.turn()
    #expect(test.states.last == .connected)
  }

  @Test("only what the lost stream told of is asked for by REST")
  func onlyTheLost() async {
    var market = TestMarket()
    market.streaming = .oneEach
    let test = TestFeed(market)
    await test.start()
    await test.pass(.milliseconds(400), step: .milliseconds(200))
    for socket in test.sockets.all {
      socket.open()
      socket.deliver("{\"c\":0,\"p\":1}")
    }
    await test.turn()
    test.sockets.all[1].fail(.refused(HTTPResponse(status: 403)))
    let before = test.venue.requests.count
    await test.pass(.seconds(40)) {
      test.sockets.all[0].deliver("{\"c\":0,\"p\":1}")
      test.sockets.all[0].deliver("{\"c\":1,\"p\":1}")
    }
    let asked = test.venue.requests.dropFirst(before).filter { $0.url.contains("/values") }
    #expect(asked.count > 5 && asked.allSatisfy { $0.url.hasSuffix("symbols=BTC-PERP") })
  }

  @Test("what no stream tells of is asked for every three seconds")
  func noStreams() async {
    var market = TestMarket()
    market.streaming = .none
    let test = TestFeed(market)
    await test.start()
    let before = test.venue.count("/values")
    await test.pass(.seconds(30))
    #expect((9...11).contains(test.venue.count("/values") - before))
    #expect(test.states.last == .connected)
  }

  @Test("messages, ticks, ends and a stop from several threads at once deadlock nothing and lose no socket")
  func threads() async {
    for _ in 0..<20 {
      let test = TestFeed()
      await test.startLive()
      let message = Array("{\"c\":0,\"p\":100,\"t\":\(TestFeed.start.milliseconds)}".utf8)
      let shared = (sockets: test.sockets, ticker: test.ticker, feed: test.feed, clock: test.clock)
      DispatchQueue.concurrentPerform(iterations: 4) { thread in
        for step in 0..<200 {
          switch thread {
          case 0, 1: shared.sockets.last?.observer.received(message)
          case 2:
            shared.clock.advance(by: .milliseconds(100))
            shared.ticker.turn()
            if let socket = shared.sockets.last, socket.sent.isEmpty { socket.open() }
          default:
            if step % 50 == 10 { shared.sockets.last?.fail(.byVenue(code: 1001, reason: "")) }
            if step == 190 { shared.feed.stop() }
          }
        }
      }
      await test.feed.settle()
      #expect(test.sockets.unclosed == 0)
      #expect(test.sockets.all.allSatisfy { !$0.sent.contains { $0.hasPrefix("sent while") } })
      _ = test.inbox.drain()
      shared.sockets.last?.observer.received(message)
      #expect(test.inbox.drain().isEmpty)
    }
  }
}
