/// Where a port listens: an address of this machine.
public struct PortAddress: Hashable, Sendable, CustomStringConvertible {
  /// An IP address, `127.0.0.1` or `::1`, without brackets.
  public let host: String
  /// The number; 0 takes a free one.
  public let port: Int

  /// An address; see the properties.
  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// `127.0.0.1:9464` or `[::1]:9464`.
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
