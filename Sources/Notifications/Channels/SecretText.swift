/// A token or key. It shows itself to nobody: neither printed, nor interpolated, nor dumped.
public struct SecretText: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The text itself, for the one request it belongs to.
  let text: String

  /// A secret; nil for a text that is empty or holds anything but visible ASCII, which could end a line of a header.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.text = text
  }

  /// Dots.
  public var description: String { "•••" }
  /// Dots.
  public var debugDescription: String { "•••" }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: [:]) }

  /// `words` with dots wherever the secret stands in them, and without a beginning of it where they were cut off.
  func removed(from words: String) -> String {
    let bare = words.replacing(text, with: "•••")
    for length in stride(from: text.count - 1, through: 4, by: -1) where bare.hasSuffix(text.prefix(length)) {
      return bare.dropLast(length) + "•••"
    }
    return bare
  }
}
