/// Why a connection could not be made or was lost, in the words of whoever reads them on the screen.
public struct TransportFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sorts that are told apart, as each has a remedy of its own.
  public enum Kind: String, Hashable, Sendable {
    /// The name of the host is not known.
    case nameNotFound
    /// Nobody answers at the host's address, or it refuses.
    case unreachable
    /// The certificate is not one to be trusted, or of another host.
    case untrusted
    /// Nothing came in time.
    case timedOut
    /// The connection ended, or what came was no HTTP or WebSocket.
    case broken
    /// A proxy stands in the way and refused.
    case proxyRefused
  }

  /// The sort.
  public let kind: Kind
  /// The host that was meant: `fapi.binance.com:443`.
  public let host: String
  /// What the library below said, without control characters; may be empty.
  public let detail: String

  /// A fault; see the properties.
  public init(_ kind: Kind, host: String, detail: String = "") {
    self.kind = kind
    self.host = host
    self.detail = detail
  }

  /// What it is and what would help.
  public var description: String {
    let words =
      switch kind {
      case .nameNotFound: "the name of \(host) is not found; check the network and its name servers"
      case .unreachable: "\(host) does not answer; check the network, a firewall or HTTPS_PROXY"
      case .untrusted:
        "the certificate of \(host) is not trusted; check the clock, ca-certificates, or a proxy that reads along"
      case .timedOut: "\(host) did not answer in time"
      case .broken: "the connection to \(host) was lost"
      case .proxyRefused: "the proxy does not let \(host) through; check HTTPS_PROXY and NO_PROXY"
      }
    return detail.isEmpty ? words : "\(words) (\(detail))"
  }
}
