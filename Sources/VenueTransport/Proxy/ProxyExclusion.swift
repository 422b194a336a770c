/// An entry of `NO_PROXY`: `*`, a host, a domain with or without a leading dot, each with or without a port.
struct ProxyExclusion: Hashable, Sendable {
  private let domain: String
  private let port: Int?

  init(_ entry: Substring) {
    // More than one colon is an IPv6 address, not a port.
    let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
    let port = parts.count == 2 ? Int(parts[1]) : nil
    let host = (port == nil ? entry : parts[0]).lowercased()
    domain = host.hasPrefix(".") ? String(host.dropFirst()) : host
    self.port = port
  }

  /// Whether `address` is reached without a proxy.
  func covers(_ address: ServerAddress) -> Bool {
    if let port, port != address.port { return false }
    let host = address.host.lowercased()
    return domain == "*" || host == domain || host.hasSuffix(".\(domain)")
  }
}
