import HTTPPort
import HedgeTestSupport
import Testing

/// What connections may do, over the loopback.
@Suite(.timeLimit(.minutes(1)), .onThreadOfItsOwn) struct ConnectionTests {
  private static func limits(_ change: (inout PortLimits) -> Void) -> PortLimits {
    var limits = PortLimits()
    change(&limits)
    return limits
  }

  @Test("a connection is used again, and is closed when that is asked for")
  func keepAlive() async throws {
    try await TestPort.open { server in
      let client = try await TestClient(port: server.address.port)
      for count in 1...3 { _ = try await client.ask(TestPort.request(), answers: count) }
      #expect(!client.isClosed && !client.received.contains("Connection:"))
      let last = try await client.ask(TestPort.request("/page", "Connection: close"), answers: 4)
      #expect(last.contains("Connection: close"))
      try await client.wait(for: "the end") { $0.isClosed }
    }
  }

  @Test("HTTP/1.0 is closed after its answer, unless it asks to be kept")
  func oldVersion() async throws {
    try await TestPort.open { server in
      let closing = try await TestClient(port: server.address.port)
      _ = try await closing.ask("GET /page HTTP/1.0\r\n\r\n")
      try await closing.wait(for: "the end") { $0.isClosed }
      let kept = try await TestClient(port: server.address.port)
      _ = try await kept.ask("GET /page HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
      #expect(try await kept.ask("GET /page HTTP/1.0\r\n\r\n", answers: 2).contains("Connection: keep-alive"))
    }
  }

  @Test("requests sent all at once are answered in their order")
  func pipelining() async throws {
    try await TestPort.open { server in
      let client = try await TestClient(port: server.address.port)
      let requests = (0..<300).map { TestPort.request($0 % 3 == 0 ? "/page" : "/none\($0)") }.joined()
      let text = try await client.ask(requests, answers: 300)
      let statuses = text.matches(of: /HTTP\/1.1 (\d+)/).map { String($0.1) }
      #expect(statuses == (0..<300).map { $0 % 3 == 0 ? "200" : "404" })
    }
  }

  @Test("what comes before garbage is answered, then the connection ends")
  func garbageBehind() async throws {
    try await TestPort.open { server in
      let client = try await TestClient(port: server.address.port)
      client.send(TestPort.request() + "\u{1}\u{2}nonsense\r\n\r\n")
      let text = try await client.wait(for: "the end") { $0.isClosed }
      #expect(text.matches(of: /HTTP\/1.1 (\d+)/).map { String($0.1) } == ["200", "400"])
    }
  }

  @Test("a request sent byte by byte is cut off, however lively it is")
  func slowRequest() async throws {
    try await TestPort.open(limits: Self.limits { $0.requestTime = .milliseconds(300) }) { server in
      let client = try await TestClient(port: server.address.port)
      let dripping = Task {
        for byte in TestPort.request("/page", "X: " + String(repeating: "y", count: 4000)) {
          client.send(String(byte))
          try await Task.sleep(for: .milliseconds(10))
        }
      }
      let text = try await client.wait(for: "the end") { $0.isClosed }
      dripping.cancel()
      #expect(text.hasPrefix("HTTP/1.1 408 "))
    }
  }

  @Test("a connection that says nothing is closed in silence, before a request or after one")
  func idle() async throws {
    try await TestPort.open(limits: Self.limits { $0.idleTime = .seconds(3) }) { server in
      let silent = try await TestClient(port: server.address.port)
      let spoken = try await TestClient(port: server.address.port)
      _ = try await spoken.ask(TestPort.request())
      try await silent.wait(for: "the end") { $0.isClosed }
      try await spoken.wait(for: "the end") { $0.isClosed }
      #expect(silent.received.isEmpty && spoken.count(of: "HTTP/1.1") == 1)
    }
  }

  @Test("who asks and does not listen is cut off, and costs one answer")
  func deafClient() async throws {
    try await TestPort.open(limits: Self.limits { $0.answerTime = .milliseconds(300) }) { server in
      let deaf = try await TestClient(port: server.address.port, reads: false)
      deaf.send(String(repeating: TestPort.request("/large"), count: 200))
      let other = try await TestClient(port: server.address.port)
      #expect(try await other.ask(TestPort.request()).contains("200 OK"))
      try await deaf.wait(for: "the end") { _ in deaf.isWriteRefused }
    }
  }

  @Test("a thousand connections, silent or in the middle of a request, keep nobody out")
  func thousandConnections() async throws {
    try await TestPort.open { server in
      var clients: [TestClient] = []
      for index in 0..<1000 {
        let client = try await TestClient(port: server.address.port)
        if index % 2 == 0 { client.send("GET /pa") }
        clients.append(client)
        if index % 100 == 99 {
          let honest = try await TestClient(port: server.address.port)
          #expect(try await honest.ask(TestPort.request()).contains("200 OK"))
          honest.close()
        }
      }
      let open = PortLimits().connections
      try await clients[0].wait(for: "the others to be closed") { _ in clients.count { !$0.isClosed } <= open }
      for client in clients { client.close() }
    }
  }

  @Test("a thousand requests on a hundred connections at once are all answered")
  func manyRequests() async throws {
    try await TestPort.open { server in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<100 {
          group.addTask {
            let client = try await TestClient(port: server.address.port)
            for count in 1...10 { _ = try await client.ask(TestPort.request(), answers: count) }
            client.close()
            return client.count(of: "200 OK")
          }
        }
        let answered = try await group.reduce(0, +)
        #expect(answered == 1000)
      }
    }
  }

  @Test("a closed port closes its connections, and its place is free")
  func close() async throws {
    var address: PortAddress?
    var client: TestClient?
    try await TestPort.open { server in
      address = server.address
      client = try await TestClient(port: server.address.port)
      _ = try await client?.ask(TestPort.request())
    }
    try await client?.wait(for: "the end") { $0.isClosed }
    let again = try await PortServer.open(
      at: try #require(address), access: PortAccess(token: nil, hosts: nil), pages: TestPort.pages)
    await again.close()
  }

  @Test("a port that cannot be had says where and what helps")
  func inUse() async throws {
    try await TestPort.open { server in
      let error = await #expect(throws: PortError.self) {
        try await PortServer.open(
          at: server.address, access: PortAccess(token: nil, hosts: nil), pages: TestPort.pages)
      }
      #expect(error?.description.hasPrefix("\(server.address): is in use by another program") == true)
    }
    let nowhere = await #expect(throws: PortError.self) {
      try await PortServer.open(
        at: PortAddress(host: "192.0.2.1", port: 0), access: PortAccess(token: nil, hosts: nil), pages: TestPort.pages)
    }
    #expect(nowhere?.description.contains("is no address of this machine") == true)
  }
}
