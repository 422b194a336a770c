import FoundationEssentials
import NIOCore

/// The parts of an address such as `wss://fstream.binance.com/stream?x=1`.
struct ServerAddress: Hashable, Sendable {
  /// The host, without the brackets of an IPv6 address.
  let host: String
  /// The port; the scheme's own when the address names none.
  let port: Int
  /// Path and query, as they are asked for.
  let target: String
  /// Whether the scheme asks for TLS.
  let isSecure: Bool
  private let namesPort: Bool

  /// Nil for what is no address of HTTP or WebSocket.
  init?(_ url: String) {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(), let host = parts.host,
      !host.isEmpty, ["http", "https", "ws", "wss"].contains(scheme)
    else { return nil }
    isSecure = scheme == "https" || scheme == "wss"
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    port = parts.port ?? (isSecure ? 443 : 80)
    namesPort = parts.port != nil
    let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    target = parts.percentEncodedQuery.map { "\(path)?\($0)" } ?? path
  }

  /// Host and port, for proxies and people: `fapi.binance.com:443`.
  var authority: String { "\(bracketedHost):\(port)" }

  /// What the `Host` header says: the port only when it is not the scheme's own.
  var hostHeader: String { namesPort ? authority : bracketedHost }

  /// Whether the host is an IP address, which has no name to be asked for in TLS.
  var isNumeric: Bool { (try? SocketAddress(ipAddress: host, port: port)) != nil }

  private var bracketedHost: String { host.contains(":") ? "[\(host)]" : host }
}
