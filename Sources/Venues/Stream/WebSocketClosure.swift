/// How a WebSocket connection ended.
public enum WebSocketClosure: Hashable, Sendable, CustomStringConvertible {
  /// The venue closed it, with a code (RFC 6455, section 7.4) and its words.
  case byVenue(code: Int, reason: String)
  /// We closed it.
  case byUs
  /// It could not be made, or broke.
  case fault(TransportFault)
  /// The venue answered the request to open it with another status: 403, 429.
  case refused(HTTPResponse)

  /// What happened, in words.
  public var description: String {
    switch self {
    case .byVenue(let code, let reason):
      "the venue closed the connection (\(code)\(reason.isEmpty ? "" : " \(reason)"))"
    case .byUs: "closed"
    case .fault(let fault): fault.description
    case .refused(let response): "the venue refused the connection (HTTP \(response.status))"
    }
  }
}
