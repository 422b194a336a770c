import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import Venues

/// Posts messages of the user's own to addresses of the user's own. It is no client of an exchange: it knows no
/// endpoint and no signer, and refuses the hosts it was told not to reach.
public final class WebhookSender: Sendable {
  private let network: NetworkTransport
  private let forbidden: Set<String>

  /// Bytes of an answer that are taken at most.
  public static let largestAnswer = 64 << 10

  /// A sender over a network of its own limits.
  ///
  /// - Parameters:
  ///   - environment: where proxies are named.
  ///   - forbidden: hosts nothing is posted to, those of exchanges, with all below them.
  ///   - userAgent: what the program says it is.
  public init(environment: [String: String], forbidden: Set<String>, userAgent: String = "hedgetop") {
    network = NetworkTransport(environment: environment, limits: Self.limits, userAgent: userAgent)
    self.forbidden = forbidden
  }

  /// The same with further authorities: for tests with servers of their own.
  ///
  /// - Throws: an error of the TLS library when they cannot be read.
  public init(trusting authorities: [UInt8], forbidden: Set<String> = []) throws {
    network = try NetworkTransport(trusting: authorities, limits: Self.limits)
    self.forbidden = forbidden
  }

  private static var limits: NetworkLimits {
    var limits = NetworkLimits()
    limits.responseBody = largestAnswer
    limits.connectionsPerHost = 1
    return limits
  }

  /// Posts `body` and gives the whole answer, whatever its status; redirects are answers.
  ///
  /// - Throws: ``TransportFault``, which names the host and nothing else of the address: the rest may be secret.
  public func post(
    _ body: [UInt8], to url: String, headers: [(name: String, value: String)], timeout: Duration
  ) async throws(TransportFault) -> HTTPResponse {
    guard let address = ServerAddress(url) else {
      throw TransportFault(.broken, host: "", detail: "the address is none of HTTP")
    }
    guard !isForbidden(address.host) else {
      throw TransportFault(.broken, host: address.authority, detail: "alerts are not sent to an exchange")
    }
    let proxy = try network.usableProxy(to: address)
    do {
      var all = HTTPHeaders([("User-Agent", network.userAgent)])
      for header in headers { all.replaceOrAdd(name: header.name, value: header.value) }
      let outgoing = try HTTPClient.Request(url: url, method: .POST, headers: all, body: .bytes(body))
      return HTTPResponse(try await network.execute(outgoing, through: proxy, timeout: timeout))
    } catch {
      throw TransportFault(error, host: address.authority, proxy: proxy)
    }
  }

  private func isForbidden(_ host: String) -> Bool {
    let host = host.lowercased()
    return forbidden.contains { host == $0 || host.hasSuffix(".\($0)") }
  }
}
