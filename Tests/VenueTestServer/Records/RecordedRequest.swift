import NIOHTTP1

/// A request the server got: an upgrade to WebSocket too.
public struct RecordedRequest: Sendable {
  /// How it was asked: `GET`.
  public let method: String
  /// What was asked for: path and query.
  public let target: String
  /// Its headers, as they came.
  public let headers: [(name: String, value: String)]
  /// Its body.
  public let body: [UInt8]

  /// The path without the query.
  public var path: String { String(target.prefix { $0 != "?" }) }

  /// The value of the header `name`, whose case does not count.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  init(_ head: HTTPRequestHead, body: [UInt8] = []) {
    method = head.method.rawValue
    target = head.uri
    headers = head.headers.map { ($0.name, $0.value) }
    self.body = body
  }
}
