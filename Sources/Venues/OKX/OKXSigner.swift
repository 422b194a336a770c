import HedgeModel

/// Signs requests to OKX: HMAC-SHA256 of time, method, target and body, in base64, beside key and pass phrase.
public struct OKXSigner: RequestSigner {
  private let credentials: VenueCredentials

  /// A signer; the venue asks for a pass phrase too.
  public init(_ credentials: VenueCredentials) {
    self.credentials = credentials
  }

  /// The request with the headers that prove whose it is.
  public func sign(_ request: VenueRequest, base: String, at time: Timestamp) -> HTTPRequest {
    let stamp = Self.stamp(time)
    let text = stamp + request.endpoint.method.rawValue + request.target + (request.body ?? "")
    let signature = MessageAuthentication.base64(MessageAuthentication.sha256(text, secret: credentials.secret))
    return HTTPRequest(
      method: request.endpoint.method, url: base + request.target,
      headers: [
        .init("OK-ACCESS-KEY", credentials.key), .init("OK-ACCESS-SIGN", signature),
        .init("OK-ACCESS-TIMESTAMP", stamp), .init("OK-ACCESS-PASSPHRASE", credentials.passphrase ?? ""),
      ], body: request.body)
  }

  /// `2020-12-08T09:08:57.715Z`; put together from whole numbers, as a fraction of a second may be rounded.
  static func stamp(_ time: Timestamp) -> String {
    let milliseconds = "\(max(0, time.milliseconds) % 1000)"
    return time.iso8601.dropLast() + "." + String(repeating: "0", count: 3 - milliseconds.count) + milliseconds + "Z"
  }
}
