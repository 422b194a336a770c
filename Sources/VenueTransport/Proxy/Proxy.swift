import FoundationEssentials

/// A proxy that tunnels (`CONNECT`; RFC 9110, section 9.3.6).
struct Proxy: Hashable, Sendable, CustomStringConvertible {
  /// Its host.
  let host: String
  /// Its port.
  let port: Int
  /// Name and password in Base64, as `Proxy-Authorization: Basic` has them; nil for none.
  let credentials: String?

  /// Reads `http://name:password@host:port`; the scheme may be missing. Nil for what is no proxy we can use.
  init?(_ text: String) {
    let url = text.contains("://") ? text : "http://\(text)"
    guard let parts = URLComponents(string: url), parts.scheme?.lowercased() == "http", let host = parts.host,
      !host.isEmpty
    else { return nil }
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    port = parts.port ?? 80
    credentials = parts.user.map { Data("\($0):\(parts.password ?? "")".utf8).base64EncodedString() }
  }

  /// Host and port; nothing secret.
  var description: String { "\(host):\(port)" }
}
