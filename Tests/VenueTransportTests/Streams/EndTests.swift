import Testing
import VenueTestServer
import VenueTransport
import Venues

/// How connections end: told once, last, and as what it was.
@Suite struct EndTests {
  @Test(
    "the venue's farewell is told with code and words and answered with its code",
    arguments: [(1000, ""), (1001, "going away"), (1008, "too many requests"), (4_001, "auth\u{1B}[2J failed")])
  func byVenue(_ code: Int, _ reason: String) async throws {
    let server = try await VenueTestServer(.right)
    server.play("/ws", [.text("last"), .close(code: code, reason: reason)])
    let witness = Witness()
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let words = reason.replacing("\u{1B}", with: " ")
    #expect(try await witness.end() == .byVenue(code: code, reason: words))
    #expect(witness.seen.texts == ["last"])
    try await eventually { server.sessions.first?.closeCode == code }
    connection.send("to nobody")
    connection.close()
    try await eventually { server.connectionCount == 0 }
    #expect(witness.seen.closures.count == 1)
    await server.stop()
  }

  @Test("our farewell is a close frame with code 1000, and what comes after it is not told")
  func byUs() async throws {
    let server = try await VenueTestServer()
    server.play("/ws", [.text("one")])
    let witness = Witness { $0.close() }
    let connection = try Network.make().open(server.streamURL("/ws"), observer: witness)
    #expect(try await witness.end() == .byUs)
    connection.close()
    try await eventually { server.sessions.allSatisfy { $0.isEnded } && server.connectionCount == 0 }
    #expect(server.sessions.allSatisfy { $0.closeCode == 1000 })
    #expect(witness.seen.closures.count == 1)
    #expect(!witness.seen.isOutOfOrder)
    await server.stop()
  }

  @Test("a connection closed before it opens ends as ours and never opens")
  func closedEarly() async throws {
    let server = try await VenueTestServer(.right)
    server.play("/ws", [.text("one")])
    let witness = Witness()
    try Network.make().open(server.streamURL("/ws"), observer: witness).close()
    #expect(try await witness.end() == .byUs)
    try await eventually { server.connectionCount == 0 && Sockets.count(connectedTo: server.port) == 0 }
    #expect(witness.seen.opened == 0)
    #expect(witness.seen.closures == [.byUs])
    await server.stop()
  }

  @Test(
    "a connection that breaks is told as broken, and half a message is not told",
    arguments: [nil, TestCertificate.right],
    [SessionStep.drop, .dropMidFrame("{\"price\":65000}"), .dropMidFrame(String(repeating: "y", count: 40_000))])
  func broken(_ certificate: TestCertificate?, _ step: SessionStep) async throws {
    let server = try await VenueTestServer(certificate)
    server.play("/ws", [.text("whole"), .awaitText("go"), step])
    let witness = Witness { $0.send("go") }
    _ = try Network.make().open(server.streamURL("/ws"), observer: witness)
    #expect(try await witness.end().kind == .broken)
    #expect(witness.seen.texts == ["whole"])
    try await eventually { server.connectionCount == 0 }
    #expect(witness.seen.closures.count == 1)
    await server.stop()
  }

  @Test("what a venue says before it closes at once is heard", arguments: [nil, TestCertificate.right])
  func lastWords(_ certificate: TestCertificate?) async throws {
    let server = try await VenueTestServer(certificate)
    server.play("/ws", [.text("sorry"), .bytes([0x88, 2, 3, 240]), .drop])
    for _ in 0..<50 {
      let witness = Witness()
      _ = try Network.make().open(server.streamURL("/ws"), observer: witness)
      #expect(try await witness.end() == .byVenue(code: 1008, reason: ""))
      #expect(witness.seen.texts == ["sorry"])
    }
    await server.stop()
  }

  @Test("a half-open connection ends when we close it, without the other side")
  func halfOpen() async throws {
    let server = try await VenueTestServer(.right)
    server.play("/ws", [.text("one"), .halfOpen])
    let witness = Witness()
    let network = try Network.make { $0.closing = .milliseconds(50) }
    let connection = network.open(server.streamURL("/ws"), observer: witness)
    _ = try await witness.wait { $0.messages.count == 1 }
    connection.ping()
    connection.close()
    #expect(try await witness.end() == .byUs)
    try await eventually { Sockets.count(connectedTo: server.port) == 0 }
    #expect(witness.seen.heartbeats == 0)
    await server.stop()
  }

  @Test("an ended connection lets its observer go")
  func lettingGo() async throws {
    let server = try await VenueTestServer()
    server.play("/ws", [.close(code: 1000)])
    var witness: Witness? = Witness()
    weak let observed = witness
    let connection = try Network.make().open(server.streamURL("/ws"), observer: try #require(witness))
    _ = try await witness?.end()
    witness = nil
    try await eventually { observed == nil }
    connection.close()
    await server.stop()
  }

  @Test("a thousand connections leave no descriptor behind", arguments: [(nil, 1_000), (TestCertificate.right, 100)])
  func noLeak(_ certificate: TestCertificate?, _ count: Int) async throws {
    let server = try await VenueTestServer(certificate)
    server.play("/ws", [.text("one"), .drop], [.text("one")], [.close(code: 1000)], [.text("one")])
    let network = try Network.make()
    for _ in 0..<(count / 20) {
      let witnesses = (0..<20).map { _ in Witness { $0.close() } }
      for witness in witnesses { _ = network.open(server.streamURL("/ws"), observer: witness) }
      for witness in witnesses { _ = try await witness.end() }
    }
    try await eventually { server.connectionCount == 0 && Sockets.count(connectedTo: server.port) == 0 }
    #expect(server.sessions.count == count)
    await server.stop()
  }
}
