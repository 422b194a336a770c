import Testing

/// Code that could send an order does not exist: the sources themselves are looked through.
@Suite("What venues can be asked")
struct EndpointTests {
  /// Addresses of streams, which only tell.
  private static let streams: Set = [
    "/stream", "/public/stream", "/market/stream", "/ws", "/ws/v1", "/ws/api/v2",
  ]
  /// What is left out of a path before it is signed.
  private static let prefixes: Set = ["/derivatives"]
  /// The one address of questions that are asked by POST, and read.
  private static let posts: Set = ["/info"]

  private static let files = SourceTree.files(in: "Sources").filter { $0.hasSuffix(".swift") }

  private static func isEndpointList(_ path: String) -> Bool {
    path.wholeMatch(of: /Venues\/(\w+)\/\1Endpoints\.swift/) != nil
  }

  private static func text(_ path: String) throws -> String { try SourceTree.text("Sources/\(path)") }

  @Test("endpoints are made in the venues' lists of them and nowhere else")
  func lists() throws {
    let makers = try Self.files.filter { !EndpointScan.makesEndpoint(try Self.text($0)).isEmpty }
    let folders = Set(
      try Self.files.filter { $0.contains("/") && $0.hasSuffix("Endpoints.swift") }.map { path in
        try #require(path.split(separator: "/").dropLast().last)
      })
    #expect(makers.filter { !Self.isEndpointList($0) } == [])
    #expect(Set(makers.compactMap { $0.split(separator: "/").dropLast().last }) == folders)
    #expect(makers.count == 7)
  }

  @Test("each endpoint of a list is written out with its method, and none places, changes or moves anything")
  func reads() throws {
    for file in Self.files where Self.isEndpointList(file) {
      let source = try Self.text(file)
      let endpoints = EndpointScan.endpoints(in: source)
      #expect(endpoints.count == EndpointScan.makesEndpoint(source).count, "\(file) hides a method or a path")
      for (method, path) in endpoints {
        #expect(EndpointScan.forbiddenWord(in: path) == nil, "\(file): \(path)")
        #expect(method == "get" || method == "post" && Self.posts.contains(path), "\(file): \(method) \(path)")
      }
    }
  }

  @Test("there is no other way to ask than to get, and to post a question")
  func methods() throws {
    let cases = try Self.text("Venues/Requests/Endpoint.swift").matches(of: /case (\w+) = "(\w+)"/).map {
      "\($0.output.1) \($0.output.2)"
    }
    #expect(cases == ["get GET", "post POST"])
  }

  @Test("no path of a venue stands outside of its list")
  func strayPaths() throws {
    for file in Self.files where file.hasPrefix("Venue") && !Self.isEndpointList(file) {
      let stray = EndpointScan.paths(in: try Self.text(file)).filter {
        !Self.streams.contains($0) && !Self.prefixes.contains($0)
      }
      #expect(stray == [], "\(file)")
    }
  }

  @Test(
    "requests are made by those who sign, by the client that asks, and by the network that sends, and by nobody else")
  func requests() throws {
    let makers = try Self.files.filter { !EndpointScan.makesRequest(try Self.text($0)).isEmpty }
    let others = makers.filter { $0.wholeMatch(of: /Venues\/(\w+)\/\1Signer\.swift/) == nil }
    #expect(
      others == [
        "VenueTransport/Requests/NetworkTransport+Requests.swift", Self.webhooks,
        "Venues/Connection/LiveVenueClient.swift",
      ])
  }

  /// The one place that posts what the user wants to be told.
  private static let webhooks = "VenueTransport/Webhooks/WebhookSender.swift"

  @Test("what posts alerts has no path, endpoint, key or signer of a venue, and cannot be handed one")
  func webhooks() throws {
    let words = try EndpointScan.code(of: Self.text(Self.webhooks)).joined(separator: "\n")
    for word in ["Endpoint", "VenueRequest", "HTTPRequest", "Signer", "Credentials", "VenueClient", "sign("] {
      #expect(!words.contains(word), "\(Self.webhooks) knows \(word)")
    }
    #expect(EndpointScan.paths(in: words) == [])
    for file in Self.files where file.hasPrefix("Notifications/") {
      #expect(!ImportScan.modules(in: try Self.text(file)).contains { $0.hasPrefix("Venue") }, "\(file)")
    }
  }

  @Test("alerts are posted by the companion of the session alone, which is told the exchanges' hosts")
  func senders() throws {
    let users = try Self.files.filter {
      try !$0.hasPrefix("VenueTransport/") && Self.text($0).contains("WebhookSender(")
    }
    #expect(users == ["hedgetop/Composition/Alerts/AlertChannels.swift"])
    for user in users { #expect(try Self.text(user).contains("forbidden: VenueDirectory.hosts")) }
  }

  @Test(
    "an endpoint is found however it is made",
    arguments: [
      ("static let a = Endpoint(.get, \"/a\")", 1), ("let a: Endpoint = .init(.post, \"/a\")", 1),
      ("ask(Endpoint.init( .get, \"/a\"))", 1), ("ask(.init(.get, \"/a\"))", 1), ("let a: [Endpoint] = [.init()]", 1),
      ("/// Endpoint(.get, \"/a\")", 0), ("func ask(_ endpoint: Endpoint) -> Int", 0),
      ("FuturesEndpoints(marks: a)", 0),
    ])
  func found(_ source: String, _ count: Int) {
    #expect(EndpointScan.makesEndpoint(source).count == count)
  }

  @Test(
    "a path that does more than read is told from one that reads",
    arguments: [
      ("/fapi/v1/order", true), ("/v5/order/create", true), ("/fapi/v1/allOpenOrders", true), ("/exchange", true),
      ("/api/v5/trade/cancel-order", true), ("/sapi/v1/capital/withdraw/apply", true), ("/v5/asset/transfer", true),
      ("/api/v5/account/set-leverage", true), ("/api/v2/private/close_position", true),
      ("/v5/market/orderbook", false), ("/api/v2/public/get_order_book", false), ("/fapi/v1/leverageBracket", false),
      ("/fapi/v1/exchangeInfo", false), ("/api/history/v3/account-log", false),
    ])
  func words(_ path: String, _ isForbidden: Bool) {
    #expect((EndpointScan.forbiddenWord(in: path) != nil) == isForbidden)
  }
}
