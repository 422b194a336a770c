/// Carries requests to venues. The one that does so over the network is `NetworkTransport` in `VenueTransport`; tests
/// have their own.
public protocol HTTPTransport: Sendable {
  /// Sends a request and gives the whole response, whatever its status.
  ///
  /// - Throws: ``TransportFault`` when no response came.
  func send(_ request: HTTPRequest, timeout: Duration) async throws(TransportFault) -> HTTPResponse
}
