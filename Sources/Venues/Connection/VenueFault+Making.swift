import HedgeModel

extension VenueFault {
  /// How long a venue is left alone that shut us out without saying for how long.
  static let unstatedBan = Duration.seconds(120)
  /// How long it is left alone when it was one question too many, without saying for how long.
  static let unstatedLimit = Duration.seconds(2)

  /// What went wrong, of whatever a venue's folder or the transport threw.
  public init(_ error: any Error) {
    switch error {
    case let fault as VenueFault: self = fault
    case let fault as DecodingFault: self = .notUnderstood(fault)
    case let fault as TransportFault: self = .unreachable(fault)
    case is CancellationError: self = .unavailable("not wanted any more")
    default: self = .refused(code: "?", String(String(describing: error).prefix(200)))
    }
  }

  /// What a status says by itself; nil for one that is good.
  init?(status: HTTPResponse) {
    switch status.status {
    case 200..<300: return nil
    case 429: self = .limited(retryAfter: status.retryAfter)
    case 418: self = .banned(retryAfter: status.retryAfter)
    case 403: self = .forbidden("HTTP 403")
    case 500...: self = .unavailable("HTTP \(status.status)")
    default: self = .refused(code: "HTTP \(status.status)", "no reason given")
    }
  }

  /// The fault with the wait of the response's `Retry-After` where the venue's own words gave none.
  func waiting(by response: HTTPResponse) -> VenueFault {
    switch self {
    case .limited(nil): .limited(retryAfter: response.retryAfter)
    case .banned(nil): .banned(retryAfter: response.retryAfter)
    default: self
    }
  }

  /// True when another question would fare no better at present.
  var isGeneral: Bool {
    switch self {
    case .limited, .banned, .forbidden, .clockOff, .keyRefused, .signatureRefused, .addressRefused, .unavailable,
      .unreachable:
      true
    case .unknownInstrument, .refused, .notUnderstood: false
    }
  }

  /// How long the venue wants to be left alone; nil when this is not about that.
  var quarantine: Duration? {
    switch self {
    case .limited(let wait): wait ?? Self.unstatedLimit
    case .banned(let wait): wait ?? Self.unstatedBan
    default: nil
    }
  }
}

extension HTTPResponse {
  /// The wait in seconds that `Retry-After` gives (RFC 9110, section 10.2.3); nil when it gives none, or a date.
  var retryAfter: Duration? {
    guard let text = header("Retry-After"), let seconds = Double(text), (0..<1e7).contains(seconds) else { return nil }
    return .milliseconds(Int64(seconds * 1000))
  }
}
