import FakeExchange
import HedgeModel
import HedgeTestSupport
import MarketData
import Testing
import VenueTestServer
import Venues

/// What a venue may answer instead of an answer.
@Suite("A venue that refuses", .serialized, .onThreadOfItsOwn)
struct AnswerFaultTests {
  private static let cases: [(answer: ScriptedAnswer, words: String, wait: Double)] = [
    (
      ScriptedAnswer(429, headers: ["Retry-After": "30"], text: #"{"code":-1003,"msg":"Too many requests."}"#),
      "too many requests; again in 30 s", 30
    ),
    (
      ScriptedAnswer(418, headers: ["Retry-After": "120"], text: #"{"code":-1003,"msg":"Way too many requests."}"#),
      "shut out for too many requests; again in 120 s", 120
    ),
    (ScriptedAnswer(403, text: "<html>no</html>"), "not allowed from here: HTTP 403", 2),
    (
      ScriptedAnswer(451, text: #"{"code":0,"msg":"Service unavailable from a restricted location."}"#),
      "not allowed from here: not served in this country (Service unavailable from a restricted location.)", 2
    ),
    (ScriptedAnswer(500, text: "oops"), "not available at present: HTTP 500", 2),
    (
      ScriptedAnswer(503, text: #"{"code":-1008,"msg":"Server is currently overloaded."}"#),
      "not available at present: Server is currently overloaded.", 2
    ),
    (ScriptedAnswer(text: "<html>maintenance</html>"), "the answer is not understood: ", 2),
    (ScriptedAnswer(text: "{}"), "the answer is not understood: ", 2),
    (ScriptedAnswer(headers: ["Content-Length": "0"]), "the answer is not understood: ", 2),
    (.raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"sym".utf8)), "the connection to ", 2),
    (.raw([0, 1, 2, 3]), "the connection to ", 2),
  ]

  @Test("is told with its reason, left alone as long as it wants, and asked again then", arguments: cases.indices)
  func refused(_ place: Int) async throws {
    let (answer, words, wait) = Self.cases[place]
    let bench = try await FaultBench()
    bench.binance.http.fail(with: answer)
    bench.begin()
    try await bench.reach("the failure") { bench.failure != nil }
    let failure = try #require(bench.failure)
    #expect(failure.message.hasPrefix(words), "\(failure.message)")
    let retryAt = try #require(failure.retryAt)
    let left = retryAt - bench.clock.now()
    #expect(left.inSeconds <= wait, "\(left)")
    #expect(bench.quote == nil)
    if wait > 10 {
      #expect(left.inSeconds > wait - 1, "\(left)")
      let asked = bench.server.requests.count
      bench.clock.set(to: retryAt.advanced(byMilliseconds: -1))
      for _ in 0..<5 { await bench.turn() }
      #expect(bench.server.requests.count == asked, "it was not left alone")
    }
    bench.binance.http.mend()
    bench.clock.set(to: max(retryAt, bench.clock.now()))
    try await bench.reachLive()
    await bench.stop()
  }

  @Test("for a short while is waited for without a word")
  func shortWait() async throws {
    let bench = try await FaultBench()
    let (limited, right) = (ScriptedAnswer(429, headers: ["Retry-After": "5"], text: "{}"), bench.server)
    bench.binance.http.fail { [begin = FaultBench.start, clock = bench.clock] _ in
      clock.now() < begin + .seconds(5) ? limited : nil
    }
    try await bench.startLive()
    #expect(bench.failure == nil && bench.warnings == [])
    #expect(bench.clock.now() >= FaultBench.start + .seconds(5))
    #expect(right.requests.filter { $0.path == "/fapi/v1/time" }.count <= 6)
    await bench.stop()
  }

  @Test("once prices flow is a word in the log, and the stream goes on")
  func whileLive() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    bench.binance.http.fail("/fapi/v1/depth", with: ScriptedAnswer(418, headers: ["Retry-After": "90"], text: "{}"))
    bench.feed.watchDepth(of: [FaultBench.bitcoin])
    bench.clock.advance(by: .seconds(1))
    try await bench.reach("a word of it") { !bench.warnings.isEmpty }
    #expect(bench.warnings == ["no order books: shut out for too many requests; again in 90 s"])
    #expect(bench.state == .connected)
    // Shut out of everything, not of books alone: nothing at all is asked before the time is over.
    let asked = bench.server.requests.count
    for _ in 0..<80 {
      bench.clock.advance(by: .seconds(1))
      try await bench.push()
    }
    #expect(bench.server.requests.count == asked)
    bench.binance.http.mend()
    bench.clock.advance(by: .seconds(12))
    try await bench.reach("a question") { bench.server.requests.count > asked }
    await bench.stop()
  }

  @Test("its clock 30 s off is told with the way to mend it, and that it is right again", arguments: [30, -30])
  func clock(_ seconds: Int) async throws {
    let bench = try await FaultBench()
    bench.market.setAhead(.seconds(seconds))
    try await bench.startLive()
    let side = seconds > 0 ? "behind" : "ahead of"
    let look = seconds > 0 ? "newer" : "older"
    #expect(
      bench.warnings == [
        "this machine's clock is 30 s \(side) that of Binance USDⓈ-M, so prices look \(look) than they are; set it by NTP"
      ])
    #expect(bench.quote.map { $0.at - bench.clock.now() } == .seconds(seconds))
    bench.market.setAhead(.zero)
    for _ in 0..<31 {
      bench.clock.advance(by: .seconds(10))
      try? await bench.reach("a turn") { true }
    }
    try await bench.reach("the end of it") { bench.warnings.count > 1 }
    #expect(bench.warnings.contains("this machine's clock agrees with that of Binance USDⓈ-M again"))
    await bench.stop()
  }
}
