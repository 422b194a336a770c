import HTTPPort
import HedgeConfiguration

/// How the monitoring port is opened, all wishes weighed.
struct MonitoringSettings: Sendable {
  /// Where it listens.
  let address: ListenAddress
  /// What whoever asks must show; nil asks for nothing.
  let token: BearerToken?
  /// True when the command line or the environment asks for it: then it is a failure not to listen.
  let isAskedFor: Bool

  /// Weighs what was asked for and what is configured.
  ///
  /// - Parameters:
  ///   - stated: of the command line or the environment: an address, or `off`; nil when nothing was.
  ///   - configured: of the file.
  ///   - environment: where a token may stand.
  /// - Returns: nil when nothing is to listen.
  /// - Throws: ``ProgramFailure`` when the token cannot be read, or is missing where others could ask.
  init?(stated: String?, configured: MetricsConfiguration, environment: [String: String]) throws {
    guard stated != "off", let address = try Self.address(stated) ?? configured.listen else { return nil }
    guard address.isLoopback || configured.token != nil else {
      throw ProgramFailure(
        .configuration,
        "--metrics: \(address) can be reached by others, who would read what you hold; state token_file or "
          + "token_environment in [metrics], or listen at 127.0.0.1")
    }
    self.address = address
    token = try configured.token.map { try MonitoringToken.read($0, environment: environment) }
    isAskedFor = stated != nil
  }

  /// Who may ask: by the names of this machine where only its own programs can; whoever shows the token elsewhere.
  var access: PortAccess {
    PortAccess(token: token, hosts: address.isLoopback ? PortAccess.loopbackHosts(and: address.host) : nil)
  }

  /// Where the port listens.
  var place: PortAddress { PortAddress(host: address.host, port: address.port) }

  private static func address(_ stated: String?) throws -> ListenAddress? {
    guard let stated else { return nil }
    guard let address = ListenAddress(stated) else {
      throw ProgramFailure(.usage, "--metrics: found \(stated), expected \(ListenAddress.words), or off")
    }
    return address
  }
}
