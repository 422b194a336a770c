/// A request as it goes over the wire. Its headers and address may hold a signature: it is never printed.
public struct HTTPRequest: Hashable, Sendable, CustomStringConvertible {
  /// How it is asked.
  public let method: Endpoint.Method
  /// The whole address: `https://fapi.binance.com/fapi/v1/time`.
  public let url: String
  /// Headers beside those every request has.
  public let headers: [VenueRequest.Parameter]
  /// The body; nil for none.
  public let body: String?

  /// A request; see the properties.
  public init(
    method: Endpoint.Method = .get, url: String, headers: [VenueRequest.Parameter] = [], body: String? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// An unsigned request to `base`, such as `https://fapi.binance.com`.
  public init(_ request: VenueRequest, base: String) {
    self.init(
      method: request.endpoint.method, url: base + request.target,
      headers: request.body == nil ? [] : [.init("Content-Type", "application/json")], body: request.body)
  }

  /// Method and address without parameters: nothing that is secret.
  public var description: String { "\(method.rawValue) \(url.prefix { $0 != "?" })" }
}
