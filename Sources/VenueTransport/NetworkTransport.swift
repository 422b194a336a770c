import AsyncHTTPClient
import FoundationEssentials
import NIOSSL
import Synchronization
import Venues

/// The network: requests and WebSocket connections over TLS, through a proxy where the environment names one.
///
/// Nothing is connected, read or started before it is first used. All transports share one thread.
public final class NetworkTransport: Sendable {
  let limits: NetworkLimits
  let userAgent: String
  let trust: TrustSettings
  let proxies: ProxySettings
  /// Clients by the proxy they use; the library knows one a client.
  private let clients = Mutex<[Proxy?: HTTPClient]>([:])

  /// A network with the system's authorities.
  ///
  /// - Parameters:
  ///   - environment: where `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` are looked for.
  ///   - limits: how long is waited and how much is taken.
  ///   - userAgent: what the program says it is; some venues refuse programs that do not say.
  public init(
    environment: [String: String] = ProcessInfo.processInfo.environment, limits: NetworkLimits = NetworkLimits(),
    userAgent: String = "hedgetop"
  ) {
    self.limits = limits
    self.userAgent = userAgent
    trust = TrustSettings()
    proxies = ProxySettings(environment)
  }

  /// A network that also trusts `authorities`: for tests with servers of their own.
  ///
  /// - Parameter authorities: certificates in PEM.
  /// - Throws: an error of the TLS library when they cannot be read.
  public init(
    trusting authorities: [UInt8], environment: [String: String] = [:], limits: NetworkLimits = NetworkLimits(),
    userAgent: String = "hedgetop"
  ) throws {
    self.limits = limits
    self.userAgent = userAgent
    trust = TrustSettings(authorities: try NIOSSLCertificate.fromPEMBytes(authorities))
    proxies = ProxySettings(environment)
  }

  deinit {
    for client in clients.withLock(\.values) { client.shutdown { _ in } }
  }

  /// The client that uses `proxy`, made when it is first asked for.
  func client(through proxy: Proxy?) -> HTTPClient {
    clients.withLock { clients in
      if let client = clients[proxy] { return client }
      let client = HTTPClient(
        eventLoopGroupProvider: .shared(NetworkLoop.group), configuration: configuration(through: proxy))
      clients[proxy] = client
      return client
    }
  }
}
