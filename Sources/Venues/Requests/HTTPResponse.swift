/// What came back.
public struct HTTPResponse: Hashable, Sendable {
  /// The status: 200.
  public let status: Int
  /// Headers as they came.
  public let headers: [VenueRequest.Parameter]
  /// The body.
  public let body: [UInt8]

  /// A response; see the properties.
  public init(status: Int, headers: [VenueRequest.Parameter] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the header `name`, whose case does not count; nil when it did not come.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
