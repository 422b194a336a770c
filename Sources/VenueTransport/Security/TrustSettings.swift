import NIOCore
import NIOSSL
import Synchronization

/// How servers prove who they are: TLS 1.2 or newer, a certificate by an authority the system trusts, for the host that
/// was asked for.
final class TrustSettings: Sendable {
  /// The settings, as they are given to libraries.
  let configuration: TLSConfiguration
  private let prepared = Mutex<NIOSSLContext?>(nil)

  /// The system's authorities and those in `authorities`.
  init(authorities: [NIOSSLCertificate] = []) {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    configuration.certificateVerification = .fullVerification
    configuration.trustRoots = .default
    if !authorities.isEmpty { configuration.additionalTrustRoots = [.certificates(authorities)] }
    // A WebSocket connection speaks HTTP/1.1 only.
    configuration.applicationProtocols = ["http/1.1"]
    configuration.shutdownTimeout = .seconds(1)
    self.configuration = configuration
  }

  /// What connections share; reads the system's authorities when it is first asked for.
  func context() throws -> NIOSSLContext {
    try prepared.withLock { prepared in
      if let prepared { return prepared }
      let context = try NIOSSLContext(configuration: configuration)
      prepared = context
      return context
    }
  }
}
