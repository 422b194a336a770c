/// What a port says to a request.
public struct PortAnswer: Hashable, Sendable {
  /// What the bytes are.
  public enum ContentType: String, Hashable, Sendable {
    /// Words for people.
    case text = "text/plain; charset=utf-8"
    /// The text exposition format of Prometheus.
    case metrics = "text/plain; version=0.0.4; charset=utf-8"
    /// JSON.
    case json = "application/json"
  }

  /// The HTTP status: 200, 503.
  public let status: Int
  /// What the bytes are.
  public let contentType: ContentType
  /// The bytes.
  public let body: PortBody

  /// An answer; see the properties.
  public init(_ status: Int, _ contentType: ContentType, _ body: PortBody) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  /// A line of words for people.
  public static func words(_ status: Int, _ words: String) -> PortAnswer {
    PortAnswer(status, .text, PortBody(words + "\n"))
  }
}
