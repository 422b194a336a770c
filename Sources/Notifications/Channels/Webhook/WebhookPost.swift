/// A POST to a receiver of messages. Its address and headers may hold a secret: it is never printed.
public struct WebhookPost: Sendable, CustomStringConvertible, CustomReflectable {
  /// The whole address.
  public let url: String
  /// Headers beside those every request has.
  public let headers: [(name: String, value: String)]
  /// The body, JSON.
  public let body: [UInt8]

  /// A post; see the properties.
  public init(url: String, headers: [(name: String, value: String)] = [], body: [UInt8]) {
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// Nothing that is secret.
  public var description: String { "a message of \(body.count) bytes" }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
