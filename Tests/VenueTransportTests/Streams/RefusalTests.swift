import Testing
import VenueTestServer
import VenueTransport
import Venues

/// Servers that do not agree to speak WebSocket.
@Suite struct RefusalTests {
  @Test(
    "a refusal is told with status, headers and body", arguments: [302, 400, 401, 403, 404, 418, 429, 500, 503],
    [nil, TestCertificate.right])
  func refused(_ status: Int, _ certificate: TestCertificate?) async throws {
    let server = try await VenueTestServer(certificate)
    server.answer("/ws", ScriptedAnswer(status, headers: ["Retry-After": "17"], text: #"{"code":-1003}"#))
    let witness = Witness()
    _ = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let response = try #require(try await witness.end().refusal)
    #expect(response.status == status)
    #expect(response.header("retry-after") == "17")
    #expect(String(decoding: response.body, as: UTF8.self) == #"{"code":-1003}"#)
    #expect(witness.seen.opened == 0)
    try await eventually { server.connectionCount == 0 }
    await server.stop()
  }

  @Test("of a long refusal only the beginning is kept")
  func longRefusal() async throws {
    let server = try await VenueTestServer()
    server.answer("/ws", ScriptedAnswer(503, body: [UInt8](repeating: 65, count: 1 << 20)))
    let witness = Witness()
    _ = try Network.make().open(server.streamURL("/ws"), observer: witness)
    let response = try #require(try await witness.end().refusal)
    #expect(response.body.count == NetworkLimits().refusalBody)
    await server.stop()
  }

  @Test("a refusal whose body never ends is told when the time to open is over")
  func endlessRefusal() async throws {
    let server = try await VenueTestServer()
    server.answer("/ws", ScriptedAnswer(429, headers: ["Content-Length": "5000"], text: "wait"))
    let witness = Witness()
    _ = try Network.make { $0.opening = .seconds(2) }.open(server.streamURL("/ws"), observer: witness)
    let response = try #require(try await witness.end().refusal)
    #expect(response.status == 429)
    await server.stop()
  }

  @Test(
    "an answer that agrees to something else is no connection",
    arguments: [
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Accept: bm90IHlvdXJzCg==\r\n\r\n",
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
      "HTTP/1.1 101 Switching Protocols\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n", "",
    ])
  func otherAnswer(_ text: String) async throws {
    let server = try await VenueTestServer()
    server.answer("/ws", .raw(Array(text.utf8)))
    let witness = Witness()
    _ = try Network.make().open(server.streamURL("/ws"), observer: witness)
    #expect(try await witness.end().kind == .broken)
    #expect(witness.seen.opened == 0)
    #expect(witness.seen.closures.count == 1)
    await server.stop()
  }

  @Test("a server that never answers is given up")
  func noAnswer() async throws {
    let server = try await VenueTestServer()
    server.answer("/ws", .silence)
    let witness = Witness()
    _ = try Network.make { $0.opening = .milliseconds(100) }.open(server.streamURL("/ws"), observer: witness)
    #expect(try await witness.end().kind == .timedOut)
    try await eventually { server.connectionCount == 0 }
    await server.stop()
  }

  @Test(
    "what is no address is told as such", arguments: ["", "wss://", "ftp://localhost/ws", "localhost", "wss:///ws"])
  func noAddress(_ url: String) async throws {
    let witness = Witness()
    _ = try Network.make().open(url, observer: witness)
    #expect(try await witness.end().kind == .broken)
    #expect(await (try Network.make()).fault(url)?.kind == .broken)
  }
}
