import HTTPPort
import HedgeTestSupport
import Testing

/// What requests are answered, over the loopback.
@Suite(.timeLimit(.minutes(1)), .onThreadOfItsOwn) struct RequestTests {
  private func answer(_ request: String, token: String? = nil) async throws -> String {
    var answer = ""
    try await TestPort.open(token: token) { server in
      answer = try await TestClient(port: server.address.port).ask(request)
    }
    return answer
  }

  @Test("a page is sent whole, with what it is and how long")
  func page() async throws {
    let answer = try await answer(TestPort.request())
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.hasSuffix("\r\n\r\na page\n"))
    for header in [
      "Content-Type: text/plain; charset=utf-8", "Content-Length: 7", "Cache-Control: no-store",
      "X-Content-Type-Options: nosniff", "Date: ",
    ] { #expect(answer.contains("\r\n\(header)"), "\(header)") }
    #expect(!answer.lowercased().contains("access-control"))
  }

  @Test("HEAD has the same headers and no body")
  func head() async throws {
    try await TestPort.open { server in
      let client = try await TestClient(port: server.address.port)
      client.send(TestPort.request(method: "HEAD"))
      let answer = try await client.wait(for: "a head") { $0.received.hasSuffix("\r\n\r\n") }
      #expect(answer.contains("200 OK") && answer.contains("Content-Length: 7"))
      // What comes next is the next answer: there was no body in between.
      client.send(TestPort.request("/none"))
      let both = try await client.wait(for: "the next") { $0.received.hasSuffix("there is no such page\n") }
      #expect(both.dropFirst(answer.count).hasPrefix("HTTP/1.1 404 Not Found"))
    }
  }

  @Test("a large page arrives whole")
  func large() async throws {
    let answer = try await answer(TestPort.request("/large?x=1"))
    #expect(answer.utf8.count > TestPort.large.count && answer.hasSuffix("0123456789abcdef"))
  }

  @Test(
    "what is not answered is refused by number",
    arguments: [
      ("POST /page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc", 405),
      ("DELETE /page HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
      ("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n", 405),
      ("CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
      ("GET /none HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
      ("GET /page/../page HTTP/1.1\r\nHost: localhost\r\n\r\n", 404),
      ("GET /page HTTP/1.1\r\n\r\n", 400), ("nonsense\r\n\r\n", 400),
      ("GET /page HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
      ("GET /page HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
      ("GET /page HTTP/1.1\r\nHost: localhost.evil.example:9464\r\n\r\n", 421),
      ("GET /page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc", 413),
      ("GET /page HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 413),
      ("GET /page HTTP/2.0\r\nHost: localhost\r\n\r\n", 505),
      ("GET /page HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "x", count: 9000))\r\n\r\n", 431),
      (
        "GET /page HTTP/1.1\r\nHost: localhost\r\n\((0..<100).map { "X\($0): y\r\n" }.joined())\r\n", 431
      ),
    ])
  func refused(request: String, status: Int) async throws {
    let answer = try await answer(request)
    #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
  }

  @Test("a target that is too long is refused, however it comes")
  func longTarget() async throws {
    for length in [8500, 60_000] {
      let answer = try await answer(TestPort.request("/" + String(repeating: "x", count: length)))
      #expect(answer.hasPrefix("HTTP/1.1 414 ") || answer.hasPrefix("HTTP/1.1 431 "), "\(answer)")
    }
  }

  @Test("405 tells what is allowed")
  func allowed() async throws {
    #expect(try await answer(TestPort.request(method: "PUT")).contains("\r\nAllow: GET, HEAD\r\n"))
  }

  @Test(
    "the names and addresses of this machine are allowed, with any port",
    arguments: ["localhost", "LOCALHOST:80", "127.0.0.1:9464", "[::1]:9464", "[::1]"])
  func hosts(host: String) async throws {
    #expect(try await answer("GET /page HTTP/1.1\r\nHost: \(host)\r\n\r\n").hasPrefix("HTTP/1.1 200"))
  }

  @Test("a token is asked for where there is one, and nothing is told without it")
  func token() async throws {
    let token = "correct-horse-battery"
    for wrong in [
      "", "Bearer ", "Bearer correct-horse-batterz", "Bearer correct-horse-battery2", "Basic \(token)", token,
    ] {
      let headers = wrong.isEmpty ? [] : ["Authorization: \(wrong)"]
      let request = (["GET /page HTTP/1.1", "Host: localhost"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
      let answer = try await answer(request, token: token)
      #expect(answer.hasPrefix("HTTP/1.1 401 ") && answer.contains("WWW-Authenticate: Bearer"), "\(wrong)")
      #expect(!answer.contains("a page") && !answer.contains(token))
    }
    for right in ["Bearer \(token)", "bearer \(token)"] {
      #expect(try await answer(TestPort.request("/page", "Authorization: \(right)"), token: token).contains("200 OK"))
    }
  }

  @Test("two tokens are none: who shows one and another is not believed")
  func twoTokens() async throws {
    let request = TestPort.request("/page", "Authorization: Bearer a", "Authorization: Bearer correct-horse-battery")
    #expect(try await answer(request, token: "correct-horse-battery").hasPrefix("HTTP/1.1 401 "))
  }
}
