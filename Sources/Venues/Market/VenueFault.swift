/// Why a venue did not give what it was asked, told apart by what would help.
public enum VenueFault: Error, Hashable, Sendable {
  /// Too many questions; the venue may say when to come back.
  case limited(retryAfter: Duration?)
  /// The venue has shut this address out for a while, for too many questions.
  case banned(retryAfter: Duration?)
  /// The venue does not serve this address or country, or its firewall does not like the request.
  case forbidden(String)
  /// The request's time is too far from the venue's.
  case clockOff(String)
  /// The key is unknown, expired, or may not do this.
  case keyRefused(String)
  /// The signature is not the one the venue computes: the secret is not the key's.
  case signatureRefused(String)
  /// The key is bound to other addresses.
  case addressRefused(String)
  /// The venue does not know the instrument.
  case unknownInstrument(String)
  /// The venue is down or overloaded: HTTP 5xx, or an error code that says so.
  case unavailable(String)
  /// The venue refused for another reason: its code and words.
  case refused(code: String, String)
  /// The answer is not what the venue documents.
  case notUnderstood(DecodingFault)
  /// No answer came.
  case unreachable(TransportFault)
}

extension VenueFault: CustomStringConvertible {
  /// What happened and what would help.
  public var description: String {
    switch self {
    case .limited(let wait): "too many requests" + Self.wait(wait)
    case .banned(let wait): "shut out for too many requests" + Self.wait(wait)
    case .forbidden(let words): "not allowed from here: \(words)"
    case .clockOff(let words): "the clock is off; set it by NTP (\(words))"
    case .keyRefused(let words): "the API key is refused; check it and its permissions (\(words))"
    case .signatureRefused(let words): "the signature is refused; check the API secret (\(words))"
    case .addressRefused(let words): "the API key is bound to other addresses; add this one (\(words))"
    case .unknownInstrument(let words): "not known there: \(words)"
    case .unavailable(let words): "not available at present: \(words)"
    case .refused(let code, let words): "refused with code \(code): \(words)"
    case .notUnderstood(let fault): "the answer is not understood: \(fault)"
    case .unreachable(let fault): fault.description
    }
  }

  private static func wait(_ wait: Duration?) -> String {
    wait.map { "; again in \($0.components.seconds) s" } ?? ""
  }
}
