/// Who may ask.
public struct PortAccess: Sendable {
  /// The secret a request must show; nil asks for none.
  public let token: BearerToken?
  /// Names a request may call this machine by; nil allows any.
  ///
  /// A page in a browser may have its own name point at 127.0.0.1 and so read what listens there. The browser then names
  /// that page's host, which is none of these.
  public let hosts: Set<String>?

  /// Access; see the properties.
  public init(token: BearerToken?, hosts: Set<String>?) {
    self.token = token
    self.hosts = hosts
  }

  /// The names of the machine itself, and `host` as it was written down.
  public static func loopbackHosts(and host: String) -> Set<String> { ["localhost", "127.0.0.1", "::1", host] }

  /// True when `host`, the value of that header, names this machine.
  func allows(host: String) -> Bool {
    guard let hosts else { return true }
    return hosts.contains(Self.name(in: host).lowercased())
  }

  /// The name in `name:port` or `[address]:port`.
  private static func name(in host: String) -> Substring {
    if host.hasPrefix("[") { return host.dropFirst().prefix { $0 != "]" } }
    return host.prefix { $0 != ":" }
  }
}
