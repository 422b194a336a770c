/// Why no answer came, in words without the address.
public struct WebhookFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// `connection refused`.
  public let words: String

  /// A fault; see the property.
  public init(_ words: String) {
    self.words = words
  }

  /// The words.
  public var description: String { words }
}
