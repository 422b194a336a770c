/// Which proxy leads to which host, as the environment says: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in
/// small letters first.
///
/// `HTTP_PROXY` in capitals is not read: a server that runs programs sets it from a header of a request.
struct ProxySettings: Hashable, Sendable {
  /// How a host is reached.
  enum Route: Hashable, Sendable {
    case direct
    case proxy(Proxy)
    /// A proxy is wanted that cannot be used; going past it would tell the network what it was meant to hide.
    case unusable(String)
  }

  private let secure: Route
  private let plain: Route
  private let exclusions: [ProxyExclusion]

  /// The settings in `environment`.
  init(_ environment: [String: String]) {
    func route(_ names: String...) -> Route {
      let set = names.lazy.map { ($0, environment[$0] ?? "") }.first { !$0.1.isEmpty }
      guard let (name, value) = set else { return .direct }
      return Proxy(value).map(Route.proxy) ?? .unusable("\(name) does not name an HTTP proxy")
    }
    secure = route("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    plain = route("http_proxy", "all_proxy", "ALL_PROXY")
    exclusions = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
      .split { $0 == "," || $0 == " " }.map { ProxyExclusion($0) }
  }

  /// How to reach `address`.
  func route(to address: ServerAddress) -> Route {
    if exclusions.contains(where: { $0.covers(address) }) { return .direct }
    return address.isSecure ? secure : plain
  }
}
