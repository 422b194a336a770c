import FakeExchange
import HedgeModel
import HedgeTestSupport
import MarketData
import Testing
import VenueTestServer
import Venues

/// Venues that cannot be reached.
@Suite("A venue that cannot be reached", .serialized, .onThreadOfItsOwn)
struct ReachFaultTests {
  @Test(
    "for its certificate is told so, and is told no question",
    arguments: [TestCertificate.wrongHost, .expired, .unknownAuthority])
  func certificate(_ certificate: TestCertificate) async throws {
    let bench = try await FaultBench(certificate)
    bench.begin()
    try await bench.reach("the failure") { bench.failure != nil }
    let words = try #require(bench.failure).message
    let expected =
      "the certificate of localhost:\(bench.server.port) is not trusted; check the clock, ca-certificates, or a proxy "
      + "that reads along"
    #expect(words.hasPrefix(expected), "\(words)")
    #expect(bench.server.requests.isEmpty)
    await bench.stop()
  }

  @Test("over TLS with the right certificate it delivers")
  func rightCertificate() async throws {
    let bench = try await FaultBench(.right)
    try await bench.startLive()
    #expect(bench.warnings == [])
    await bench.stop()
  }

  @Test("for its name is told so")
  func name() async throws {
    let bench = try await FaultBench(hosts: ("https://nonexistent.invalid", "wss://nonexistent.invalid"))
    bench.begin()
    try await bench.reach("the failure") { bench.failure != nil }
    let words = try #require(bench.failure).message
    #expect(words.hasPrefix("the name of nonexistent.invalid:443 is not found; check the network and its name servers"))
    await bench.stop()
  }

  @Test("because nobody listens is told so, and it is found when somebody does")
  func nobody() async throws {
    let bench = try await FaultBench()
    try await bench.startLive()
    await bench.server.stop()
    try await bench.reach("the loss") { bench.failure != nil }
    for _ in 0..<4 where bench.failure?.message.contains("does not answer") != true {
      bench.clock.advance(by: .seconds(1))
      try await bench.reach("an attempt") { bench.failure != nil }
    }
    let failure = try #require(bench.failure)
    #expect(
      failure.message
        == "\(bench.host) does not answer; check the network, a firewall or HTTPS_PROXY (Connection refused)")
    let last = bench.quote?.at
    for _ in 0..<30 {
      bench.clock.advance(by: .seconds(1))
      await bench.turn()
    }
    #expect(bench.quote?.at == last)
    bench.feed.stop()
  }
}
