import HedgeModel

/// Signs requests to Bybit: HMAC-SHA256 of time, key, window and parameters, in hexadecimal digits.
public struct BybitSigner: RequestSigner {
  private let credentials: VenueCredentials
  private let window: String

  /// A signer; a request is valid for `window` after its time.
  public init(_ credentials: VenueCredentials, window: Duration = .seconds(5)) {
    self.credentials = credentials
    self.window = "\(window.wholeMilliseconds)"
  }

  /// The request with the headers that prove whose it is.
  public func sign(_ request: VenueRequest, base: String, at time: Timestamp) -> HTTPRequest {
    let stamp = "\(time.milliseconds)"
    let text = stamp + credentials.key + window + (request.body ?? request.encodedQuery)
    let signature = MessageAuthentication.hexadecimal(
      MessageAuthentication.sha256(text, secret: credentials.secret))
    return HTTPRequest(
      method: request.endpoint.method, url: base + request.target,
      headers: [
        .init("X-BAPI-API-KEY", credentials.key), .init("X-BAPI-TIMESTAMP", stamp),
        .init("X-BAPI-RECV-WINDOW", window), .init("X-BAPI-SIGN", signature),
      ], body: request.body)
  }
}
