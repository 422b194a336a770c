import HedgeModel
import MarketData
import Testing

@testable import Venues

/// A feed against a venue whose network and REST do anything at any time.
@Suite struct VenueFeedPropertyTests {
  private struct Chaos {
    var random: SplitMix64

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func disturb(_ test: TestFeed) {
      guard let socket = test.sockets.all.randomElement(using: &random) else { return }
      switch Int.random(in: 0..<10, using: &random) {
      case 0: socket.fail(.byVenue(code: 1006, reason: "gone"))
      case 1: if socket.sent.isEmpty { socket.fail(.refused(HTTPResponse(status: 429))) }
      case 2...4: if socket.sent.isEmpty, !socket.isClosed { socket.open() }
      case 5: socket.deliver("{\"broken\":1}")
      case 6: socket.deliver("garbage")
      case 7: socket.deliver("{\"again\":\"please\"}")
      default:
        let age = Int64.random(in: 0...30_000, using: &random)
        let at = test.clock.now().milliseconds - age
        socket.deliver("{\"c\":\(Int.random(in: 0..<4, using: &random)),\"p\":\(at % 1_000_000 + 1),\"t\":\(at)}")
      }
      if chance(5) {
        let isDown = chance(2)
        test.venue.change { $0.fault = isDown ? TransportFault(.timedOut, host: "rest.test") : nil }
      }
      if chance(20) { test.venue.change { $0.answers["/values"] = [TestVenue.response(429)] } }
    }

    mutating func beWell(_ test: TestFeed) {
      test.venue.change {
        $0.fault = nil
        $0.answers = [:]
      }
      for socket in test.sockets.all where !socket.isClosed {
        if socket.sent.isEmpty { socket.open() }
        for channel in 0..<4 { socket.deliver("{\"c\":\(channel),\"p\":5,\"t\":\(test.clock.now().milliseconds)}") }
      }
    }
  }

  @Test("whatever happens, no price goes back in time, no socket is lost, and all is well soon after the venue is")
  func laws() async {
    for seed in 1...25 {
      var chaos = Chaos(random: SplitMix64(seed: UInt64(seed)))
      let test = TestFeed()
      await test.start()
      var newest: [InstrumentID: Timestamp] = [:]
      for _ in 0..<150 {
        chaos.disturb(test)
        await test.pass(.milliseconds(Int64.random(in: 100...5000, using: &chaos.random)), step: .milliseconds(900))
        for (instrument, values) in test.contents.latest {
          guard let at = values.quote?.at else { continue }
          #expect(at >= newest[instrument] ?? at && at <= test.clock.now(), "seed \(seed)")
          newest[instrument] = at
        }
        #expect(test.sockets.unclosed <= 2, "seed \(seed)")
      }
      chaos.beWell(test)
      await test.pass(.seconds(190)) { chaos.beWell(test) }
      #expect(test.states.last == .connected, "seed \(seed)")
      #expect(test.sockets.unclosed == 1, "seed \(seed)")
      #expect(test.quote("BTC-PERP").map { test.clock.now() - $0.at <= .seconds(5) } ?? false, "seed \(seed)")
      #expect(test.sockets.all.allSatisfy { !$0.sent.contains { $0.hasPrefix("sent while") } }, "seed \(seed)")
      test.feed.stop()
      #expect(test.sockets.unclosed == 0)
    }
  }

  @Test("the timer calls one after the other until it is stopped, and only whom it was given last")
  func dispatchTicker() async {
    let ticker = DispatchTicker()
    let (ticks, tell) = AsyncStream<Int>.makeStream()
    ticker.start { tell.yield(1) }
    ticker.start { tell.yield(2) }
    var seen: [Int] = []
    for await tick in ticks {
      seen.append(tick)
      if seen.count == 3 { break }
    }
    #expect(seen == [2, 2, 2])
    ticker.stop()
  }

  @Test("the steady clock begins with the machine's time and never goes back")
  func steadyClock() {
    let clock = SteadyClock()
    var last = clock.now()
    #expect(abs((last - WallClock().now()).inSeconds) < 5)
    for _ in 0..<10_000 {
      let now = clock.now()
      #expect(now >= last)
      last = now
    }
  }
}
