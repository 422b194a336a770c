import TerminalCells

/// A line being typed, edited at its end: values here are short, and retyping one is quicker than moving in it.
public struct LineEditor: Hashable, Sendable {
  /// What has been typed.
  public private(set) var text: String

  /// The longest line taken.
  public static let longest = 120

  /// A line that begins as `text`.
  public init(_ text: String = "") {
    self.text = String(text.sanitised.prefix(LineEditor.longest))
  }

  /// Adds typed or pasted text, sanitised, as much as fits.
  public mutating func insert(_ addition: String) {
    text += addition.sanitised.prefix(max(0, LineEditor.longest - text.count))
  }

  /// Rubs out the last character.
  public mutating func rubOut() {
    if !text.isEmpty { text.removeLast() }
  }

  /// Rubs out everything.
  public mutating func clear() { text = "" }
}
