import VenueTestServer
import VenueTransport
import Venues

/// Networks that trust the test server.
enum Network {
  static func make(
    environment: [String: String] = [:], _ change: (inout NetworkLimits) -> Void = { _ in }
  ) throws -> NetworkTransport {
    var limits = NetworkLimits()
    change(&limits)
    return try NetworkTransport(trusting: TestCertificate.authority(), environment: environment, limits: limits)
  }
}

extension WebSocketClosure {
  /// The sort of the fault it ended with; nil when it ended otherwise.
  var kind: TransportFault.Kind? {
    if case .fault(let fault) = self { fault.kind } else { nil }
  }

  /// The answer with which it was refused; nil when it ended otherwise.
  var refusal: HTTPResponse? {
    if case .refused(let response) = self { response } else { nil }
  }
}

extension HTTPTransport {
  /// The fault with which getting `url` fails; nil when it does not.
  func fault(_ url: String, timeout: Duration = .seconds(60)) async -> TransportFault? {
    do {
      _ = try await send(HTTPRequest(url: url), timeout: timeout)
      return nil
    } catch {
      return error
    }
  }

  /// What `url` answers.
  func get(_ url: String) async throws -> HTTPResponse { try await send(HTTPRequest(url: url), timeout: .seconds(60)) }
}
