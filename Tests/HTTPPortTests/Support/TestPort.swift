import HTTPPort

/// A port with one small page and one large one.
enum TestPort {
  static let page = PortBody("a page\n")
  static let large = PortBody(String(repeating: "0123456789abcdef", count: 65_536))

  static func pages(_ path: String) -> PortAnswer? {
    switch path {
    case "/page": PortAnswer(200, .text, page)
    case "/large": PortAnswer(200, .text, large)
    default: nil
    }
  }

  /// Opens it for the time of `body`.
  static func open(
    token: String? = nil, limits: PortLimits = PortLimits(), _ body: (PortServer) async throws -> Void
  ) async throws {
    let access = PortAccess(
      token: token.map(BearerToken.init), hosts: PortAccess.loopbackHosts(and: "127.0.0.1"))
    let server = try await PortServer.open(
      at: PortAddress(host: "127.0.0.1", port: 0), access: access, limits: limits, pages: pages)
    do {
      try await body(server)
    } catch {
      await server.close()
      throw error
    }
    await server.close()
  }

  /// A request of HTTP/1.1.
  static func request(_ target: String = "/page", method: String = "GET", _ headers: String...) -> String {
    (["\(method) \(target) HTTP/1.1", "Host: localhost"] + headers).joined(separator: "\r\n") + "\r\n\r\n"
  }
}
