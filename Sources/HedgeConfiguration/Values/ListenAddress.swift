#if canImport(Glibc)
  import Glibc
#endif

/// An address of this machine to listen at: `127.0.0.1:9464`, `[::1]:9464`, `localhost:9464`.
public struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
  /// An IP address without brackets.
  public let host: String
  /// The port; 0 takes a free one.
  public let port: Int

  /// What such an address looks like.
  public static let words = "an IP address of this machine and a port, such as \"127.0.0.1:9464\""

  /// Reads an address; nil when it is none. A name other than `localhost` is refused: what it stands for is not known
  /// before it is looked up.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...]
    guard (1...5).contains(digits.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let port = Int(digits), port <= 65_535
    else { return nil }
    var host = String(text[..<colon])
    if host == "localhost" { host = "127.0.0.1" }
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
      guard Self.isAddress(host, AF_INET6) else { return nil }
    } else if !Self.isAddress(host, AF_INET) {
      return nil
    }
    self.host = host
    self.port = port
  }

  /// True when only programs of this machine can reach it.
  public var isLoopback: Bool { host == "::1" || host.hasPrefix("127.") }

  /// `127.0.0.1:9464` or `[::1]:9464`.
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  private static func isAddress(_ host: String, _ family: Int32) -> Bool {
    var storage = in6_addr()
    return inet_pton(family, host, &storage) == 1
  }
}
