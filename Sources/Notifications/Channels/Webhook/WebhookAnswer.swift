/// What a receiver answered.
public struct WebhookAnswer: Hashable, Sendable {
  /// The status: 200.
  public let status: Int
  /// How long it asks to wait, by its `Retry-After`; nil when it does not say.
  public let retryAfter: Duration?
  /// The beginning of its body.
  public let excerpt: String

  /// An answer; see the properties.
  public init(status: Int, retryAfter: Duration? = nil, excerpt: String = "") {
    self.status = status
    self.retryAfter = retryAfter
    self.excerpt = excerpt
  }
}
