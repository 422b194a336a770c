import NIOHTTP1

/// Decides whether a request is answered: a pure function of its head.
struct RequestGate: Sendable {
  /// What becomes of a request.
  enum Verdict: Hashable {
    /// It asks for the page at this path.
    case asks(path: String)
    /// It is refused.
    case refused(PortAnswer)
  }

  let access: PortAccess
  /// The longest target.
  let targetBytes: Int

  /// What becomes of the request that begins so.
  func judge(_ head: HTTPRequestHead) -> Verdict {
    if head.version.major != 1 { return .refused(.words(505, "only HTTP/1.0 and HTTP/1.1 are spoken here")) }
    if head.method != .GET, head.method != .HEAD { return .refused(.words(405, "only GET and HEAD are answered")) }
    if head.uri.utf8.count > targetBytes { return .refused(.words(414, "the target is too long")) }
    let hosts = head.headers["Host"]
    if hosts.count > 1 || hosts.isEmpty && head.version.minor > 0 {
      return .refused(.words(400, "expected one Host header"))
    }
    if let host = hosts.first, !access.allows(host: host) {
      return .refused(.words(421, "this is not the host you name; use 127.0.0.1 or localhost"))
    }
    if let token = access.token {
      let shown = head.headers["Authorization"]
      guard shown.count == 1, token.admits(shown[0]) else {
        return .refused(.words(401, "expected the header Authorization: Bearer and the token"))
      }
    }
    if Self.announcesBody(head) { return .refused(.words(413, "expected a request without a body")) }
    return .asks(path: String(head.uri.prefix { $0 != "?" && $0 != "#" }))
  }

  /// True when bytes follow the head.
  static func announcesBody(_ head: HTTPRequestHead) -> Bool {
    head.headers.contains(name: "Transfer-Encoding")
      || head.headers["Content-Length"].contains { $0 != "0" }
  }
}
