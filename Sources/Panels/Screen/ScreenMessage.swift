/// A line that answers a key: what it did, or why it did nothing.
public struct ScreenMessage: Hashable, Sendable {
  /// The line.
  public let text: String
  /// True when the key was refused.
  public let isRefusal: Bool

  /// An answer.
  public static func done(_ text: String) -> ScreenMessage { ScreenMessage(text: text, isRefusal: false) }
  /// A refusal, with its reason.
  public static func refused(_ text: String) -> ScreenMessage { ScreenMessage(text: text, isRefusal: true) }
}
