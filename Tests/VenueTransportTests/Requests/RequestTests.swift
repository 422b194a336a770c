import Testing
import VenueTestServer
import VenueTransport
import Venues

/// Requests and what comes back.
@Suite struct RequestTests {
  @Test("any status comes back with headers and body", arguments: [200, 204, 304, 400, 403, 404, 418, 429, 500, 503])
  func statuses(_ status: Int) async throws {
    let server = try await VenueTestServer(.right)
    let body = [204, 304].contains(status) ? "" : #"{"code":-1}"#
    server.answer(
      "/x", ScriptedAnswer(status, headers: ["X-MBX-USED-WEIGHT-1M": "42", "A": "1", "a": "2"], text: body))
    let response = try await Network.make().get(server.url("/x"))
    #expect(response.status == status)
    #expect(response.header("x-mbx-used-weight-1m") == "42")
    #expect(response.headers.filter { $0.name.lowercased() == "a" }.map(\.value) == ["1", "2"])
    #expect(String(decoding: response.body, as: UTF8.self) == body)
    await server.stop()
  }

  @Test("method, address, headers and body arrive as they were given")
  func sending() async throws {
    let server = try await VenueTestServer()
    server.answer("/info", ScriptedAnswer(text: "{}"))
    let request = HTTPRequest(
      method: .post, url: server.url("/info?symbol=BTC%2FUSD&a=b+c"),
      headers: [.init("X-MBX-APIKEY", "key"), .init("Content-Type", "application/json")], body: #"{"type":"meta"}"#)
    _ = try await Network.make().send(request, timeout: .seconds(60))
    let got = try #require(server.requests.first)
    #expect(got.method == "POST")
    #expect(got.target == "/info?symbol=BTC%2FUSD&a=b+c")
    #expect(got.header("X-MBX-APIKEY") == "key")
    #expect(got.header("Content-Type") == "application/json")
    #expect(got.header("User-Agent") == "hedgetop")
    #expect(got.header("Host") == "127.0.0.1:\(server.port)")
    #expect(String(decoding: got.body, as: UTF8.self) == #"{"type":"meta"}"#)
    await server.stop()
  }

  @Test("a redirect is an answer and is not followed")
  func redirect() async throws {
    let server = try await VenueTestServer()
    server.answer("/x", ScriptedAnswer(302, headers: ["Location": server.url("/y")]))
    server.answer("/y", ScriptedAnswer(text: "{}"))
    #expect(try await Network.make().get(server.url("/x")).status == 302)
    #expect(server.requests.map(\.path) == ["/x"])
    await server.stop()
  }

  @Test("a packed body is unpacked", arguments: [("gzip", PackedBody.gzip), ("deflate", PackedBody.deflate)])
  func packed(_ encoding: String, _ body: [UInt8]) async throws {
    let server = try await VenueTestServer()
    server.answer("/x", ScriptedAnswer(headers: ["Content-Encoding": encoding], body: body))
    let response = try await Network.make().get(server.url("/x"))
    #expect(String(decoding: response.body, as: UTF8.self) == PackedBody.text)
    #expect(server.requests.first?.header("Accept-Encoding")?.contains(encoding) == true)
    await server.stop()
  }

  @Test("a body beyond the limit is refused, packed or not", arguments: [nil, "gzip"])
  func tooLarge(_ encoding: String?) async throws {
    let server = try await VenueTestServer()
    let plain = [UInt8](repeating: 48, count: 200_000)
    let answer =
      encoding.map { ScriptedAnswer(headers: ["Content-Encoding": $0], body: PackedBody.zeroes) }
      ?? ScriptedAnswer(body: plain)
    server.answer("/x", answer)
    let fault = await (try Network.make { $0.responseBody = 100_000 }).fault(server.url("/x"))
    #expect(fault?.kind == .broken)
    #expect(fault?.detail == "the response is too large")
    #expect(try await Network.make { $0.responseBody = 200_000 }.get(server.url("/x")).body == plain)
    await server.stop()
  }

  @Test("what cannot be unpacked is refused")
  func notPacked() async throws {
    let server = try await VenueTestServer()
    server.answer("/x", ScriptedAnswer(headers: ["Content-Encoding": "gzip"], text: "not packed at all"))
    #expect(await (try Network.make()).fault(server.url("/x"))?.kind == .broken)
    await server.stop()
  }

  @Test(
    "an answer that is none is told as broken",
    arguments: [
      "", "SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
  func noAnswer(_ text: String) async throws {
    let server = try await VenueTestServer()
    server.answer("/x", .raw(Array(text.utf8)))
    #expect(await (try Network.make()).fault(server.url("/x"))?.kind == .broken)
    await server.stop()
  }

  @Test(
    "an answer that does not come in time is given up, begun or not",
    arguments: [.silence, ScriptedAnswer(headers: ["Content-Length": "100"], text: "begun")])
  func timeout(_ answer: ScriptedAnswer) async throws {
    let server = try await VenueTestServer()
    server.answer("/x", answer)
    let fault = await (try Network.make()).fault(server.url("/x"), timeout: .milliseconds(200))
    #expect(fault == TransportFault(.timedOut, host: "127.0.0.1:\(server.port)"))
    try await eventually { server.connectionCount == 0 }
    await server.stop()
  }

  @Test("a request that is given up ends at once")
  func cancelled() async throws {
    let server = try await VenueTestServer()
    server.answer("/x", .silence)
    let network = try Network.make()
    let url = server.url("/x")
    let task = Task { await network.fault(url) }
    try await eventually { !server.requests.isEmpty }
    task.cancel()
    #expect(await task.value?.kind == .broken)
    await server.stop()
  }

  @Test("requests one after the other use one connection, many at once no more than two")
  func connections() async throws {
    let server = try await VenueTestServer(.right)
    let most = Peak()
    server.answer("/x") { _ in
      most.note(server.connectionCount)
      return ScriptedAnswer(text: "{}", delay: .milliseconds(5))
    }
    let network = try Network.make()
    for _ in 0..<5 { _ = try await network.get(server.url("/x")) }
    #expect(most.value == 1)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<12 { group.addTask { _ = try await network.get(server.url("/x")) } }
      try await group.waitForAll()
    }
    #expect(most.value <= 2)
    #expect(server.requests.count == 17)
    await server.stop()
  }

  @Test("a connection that is not used is closed, and so are all when the network is let go")
  func idle() async throws {
    let server = try await VenueTestServer()
    server.answer("/x", ScriptedAnswer(text: "{}"))
    let network = try Network.make { $0.idling = .milliseconds(20) }
    _ = try await network.get(server.url("/x"))
    try await eventually { server.connectionCount == 0 }
    _ = try await Network.make().get(server.url("/x"))
    try await eventually { server.connectionCount == 0 && Sockets.count(connectedTo: server.port) == 0 }
    await server.stop()
  }
}
