import FakeExchange
import HedgeModel
import HedgeTestSupport
import MarketData
import Testing
import VenueTestServer
import Venues

/// What befalls a connection that was live, from the socket to the words on the screen.
///
/// Where each case of a network's and an exchange's faults is held; those of one row together cover it:
///
/// | case | over the network | as a state machine |
/// |---|---|---|
/// | disconnect mid-frame | ``lost()`` | `VenueTransportTests/EndTests`, `ConnectionMachineTests` |
/// | 10 s of silence | ``silence()``, ``deaf()`` | `SilenceWatchTests`, `VenueFeedTests` |
/// | half-open connection | ``halfOpen()`` | `ConnectionMachineTests` |
/// | garbage | ``garbage()``, ``noWebSocket()`` | `VenueTransportTests/GarbageTests`, mutations of each venue |
/// | a frame of 177 KB | ``largeFrame()`` | `VenueTransportTests/MessageTests` |
/// | sequence out of order, or twice | ``order()`` | stream tests of each venue |
/// | delta before snapshot | – | `BybitTickerStreamTests`, `BybitBookStreamTests`, `VenueFeedTests` (broken) |
/// | 429, 418, 403, 5xx | ``AnswerFaultTests`` | `LiveVenueClientTests`, `RateLimiterTests` |
/// | refused streams | ``refused(_:)`` | `ConnectionMachineTests` |
/// | wrong certificate, no such name, nobody there | ``ReachFaultTests`` | `VenueTransportTests/TrustTests`, `ReachTests` |
/// | clock 30 s off | ``AnswerFaultTests/clock(_:)`` | `ClockOffsetTests`, `LiveVenueClientTests` |
/// | 24 h of connection | ``renewal()`` | `ConnectionMachineTests`, `ConnectionPropertyTests` |
///
/// What a user sees of them is in `EndToEndTests`, as `status`, `doctor` and the screen say it.
@Suite("A stream that fails", .serialized, .onThreadOfItsOwn)
struct StreamFaultTests {
  @Test("ends amid a frame: the half is no price, the loss is told, and it is back after one wait")
  func lost() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    let last = bench.quote?.at
    bench.clock.advance(by: .seconds(1))
    bench.server.perform([.dropMidFrame(bench.binance.book(of: "BTC"))], at: FaultBench.books)
    try await bench.reach("the loss") { bench.failure != nil }
    let failure = try #require(bench.failure)
    #expect(failure.message.hasPrefix("the connection to \(bench.host) was lost"), "\(failure.message)")
    let retryAt = try #require(failure.retryAt)
    #expect(retryAt - bench.clock.now() <= .seconds(1))
    #expect(bench.quote?.at == last)
    bench.clock.set(to: retryAt)
    try await bench.reachLive()
    #expect(bench.server.sessions.map(\.request.path) == [FaultBench.books, FaultBench.marks, FaultBench.books])
    await bench.stop()
  }

  @Test("a channel falls silent while its connection stays: told, asked for anew, then by REST until it is heard again")
  func silence() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    for _ in 0..<10 {
      bench.clock.advance(by: .seconds(1))
      try await bench.push(marks: false)
    }
    #expect(bench.warnings == [])
    for _ in 0..<8 {
      bench.clock.advance(by: .seconds(1))
      try await bench.push(marks: false)
    }
    let marks = { bench.server.sessions.last { $0.request.path == FaultBench.marks }?.texts ?? [] }
    #expect(marks().contains { $0.contains("UNSUBSCRIBE") && $0.contains("btcusdt@markPrice@1s") })
    let words = try #require(bench.warnings.first)
    #expect(
      words.wholeMatch(of: /\w+@markPrice@1s and 1 more are silent for 1[5-9] s; asking by REST/) != nil, "\(words)")
    bench.clock.advance(by: .seconds(3))
    bench.market.step()
    try await bench.reach("the mark by REST") { bench.showsMarkOfNow }
    #expect(bench.state == .connected)
    try await bench.push()
    try await bench.reach("the end of it") { bench.warnings.last?.hasSuffix("heard again") ?? false }
    await bench.stop()
  }

  @Test("a venue that falls silent on every channel is asked by REST, and what no answer renews keeps its age")
  func deaf() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    let last = try #require(bench.mark)
    bench.binance.http.fail(with: ScriptedAnswer(503, text: "{}"))
    for _ in 0..<25 {
      bench.clock.advance(by: .seconds(1))
      bench.market.step()
      await bench.turn()
    }
    #expect(bench.mark?.at == last.at && bench.mark?.value == last.value)
    #expect(bench.clock.now() - last.at > bench.feed.identity.staleAfter)
    let reason = "no prices by REST: not available at present: HTTP 503"
    #expect(bench.warnings.contains(reason), "\(bench.warnings)")
    bench.binance.http.mend()
    bench.clock.advance(by: .seconds(60))
    try await bench.reach("the mark by REST") { bench.showsMarkOfNow }
    await bench.stop()
  }

  @Test("half-open, it is found by a ping that nobody answers, and made anew after one wait")
  func halfOpen() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    bench.server.perform([.halfOpen], at: FaultBench.books)
    let last = bench.quote?.at
    for second in 0..<40 where bench.failure == nil {
      #expect(second < 32, "nothing is noticed")
      bench.clock.advance(by: .seconds(1))
      try await bench.push(books: false)
    }
    let failure = try #require(bench.failure)
    let expected = /the connection to .* was lost \(nothing heard for 3\d s\)/
    #expect(failure.message.wholeMatch(of: expected) != nil, "\(failure.message)")
    #expect(bench.quote?.at == last, "it looks as if it were new")
    let retryAt = try #require(failure.retryAt)
    #expect(retryAt - bench.clock.now() <= .seconds(1))
    bench.clock.set(to: retryAt)
    try await bench.reachLive()
    await bench.stop()
  }

  @Test("messages that mean nothing are told once, and the stream goes on")
  func garbage() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    let hostile = #"{"s":"BTCUSDT","u":9999999999,"b":"\u001b[2J","a":"1e999"}"#
    for text in ["{{{", "", "[1,2", "null", hostile, #"{"s":"BTCUSDT","u":1}"#, "\u{1B}]0;x\u{7}"] {
      bench.server.perform([.text(text), .binary(Array(text.utf8) + [0, 255])], at: FaultBench.books)
    }
    try await bench.push()
    #expect(!bench.warnings.isEmpty)
    #expect(bench.warnings.allSatisfy { $0.hasPrefix("a message is not understood: ") && $0.count < 260 })
    #expect(Set(bench.warnings).count == bench.warnings.count)
    #expect(bench.state == .connected)
    await bench.stop()
  }

  @Test("bytes that are no WebSocket end the connection, which is told and made anew after one wait")
  func noWebSocket() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    bench.server.perform([.bytes([0x01, 1, 65, 0x81, 1, 66])], at: FaultBench.books)
    try await bench.reach("the loss") { bench.failure != nil }
    let failure = try #require(bench.failure)
    #expect(failure.message.contains("what came is not WebSocket"), "\(failure.message)")
    bench.clock.set(to: try #require(failure.retryAt))
    try await bench.reachLive()
    await bench.stop()
  }

  @Test("a frame of 177 KB arrives whole and the prices behind it too")
  func largeFrame() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    let other = bench.binance.book(of: "BTC").replacing("BTCUSDT", with: "XRPUSDT")
    let count = 177_377 / other.utf8.count + 1
    let events = Array(repeating: other, count: count).joined(separator: ",")
    bench.server.perform([.text("{\"data\":[\(events)]}"), .text(bytes: 177_377)], at: FaultBench.books)
    try await bench.push()
    #expect(bench.state == .connected)
    #expect(bench.warnings.count == 1, "\(bench.warnings)")
    await bench.stop()
  }

  @Test("what comes late or twice never takes the place of what is newer")
  func order() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    let oldBook = bench.binance.book(of: "BTC")
    let oldMark = bench.binance.markPrice(of: "BTC")
    bench.clock.advance(by: .seconds(1))
    try await bench.push()
    let newest = bench.quote
    bench.server.perform([.text(oldBook), .text(oldBook)], at: FaultBench.books)
    bench.server.perform([.text(oldMark), .text(oldMark)], at: FaultBench.marks)
    // Of a coin apart, so that it is known when all have come.
    let marker = bench.binance.book(of: "ETH").replacing("\"e\":\"bookTicker\"", with: "\"e\":7")
    bench.server.perform([.text(marker), .text("{")], at: FaultBench.books)
    bench.server.perform([.text("{")], at: FaultBench.marks)
    try await bench.reach("the last of them") { bench.warnings.count >= 2 }
    #expect(bench.quote?.value == newest?.value && bench.quote?.at == newest?.at)
    #expect(bench.showsQuoteOfNow && bench.showsMarkOfNow)
    await bench.stop()
  }

  @Test("a venue that refuses the stream is left alone as long as it says", arguments: [429, 403, 503])
  func refused(_ status: Int) async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    bench.binance.refuseStreams(with: ScriptedAnswer(status, headers: ["Retry-After": "17"], text: "{}"))
    bench.server.dropConnections()
    try await bench.reach("the loss") { bench.failure != nil }
    for _ in 0..<4 where bench.failure?.message.contains("HTTP") != true {
      bench.clock.advance(by: .seconds(1))
      try await bench.reach("an attempt") { bench.failure != nil }
    }
    let failure = try #require(bench.failure)
    #expect(failure.message == "the venue refused the connection (HTTP \(status))")
    let wait = try #require(failure.retryAt) - bench.clock.now()
    #expect(status == 503 ? wait <= .seconds(4) : wait > .seconds(10) && wait <= .seconds(17), "\(wait)")
    bench.binance.acceptStreams()
    bench.clock.advance(by: status == 503 ? .seconds(4) : .seconds(17))
    try await bench.reachLive()
    await bench.stop()
  }

  @Test("before the venue ends a connection after 24 h a new one takes over, without a price missing")
  func renewal() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    let sessions = { bench.server.sessions.filter { $0.request.path == FaultBench.books } }
    for _ in 0..<(24 * 4) where sessions().count < 2 || !sessions()[0].isEnded {
      bench.clock.advance(by: .seconds(900))
      try await bench.push()
      // Once more, so that the ping of the first turn has been answered.
      try await bench.push()
      #expect(bench.state == .connected)
    }
    #expect(bench.clock.now() - FaultBench.start < .hours(23.5))
    #expect(sessions().count == 2)
    #expect(sessions()[0].closeCode == 1000)
    #expect(sessions()[1].texts.contains { $0.contains("btcusdt@bookTicker") })
    #expect(!sessions()[1].isEnded)
    await bench.stop()
  }
}
