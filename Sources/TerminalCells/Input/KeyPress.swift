/// A key with its modifiers, as a person presses it and as the key table and the help name it.
///
/// Reads and prints as text: `q`, `G`, `?`, `Space`, `Ctrl-R`, `Alt-x`, `F5`, `PgUp`, `Shift-Tab`, `Esc`.
public struct KeyPress: Hashable, Sendable {
  /// The key.
  public var key: Key
  /// What is held down with it.
  public var modifiers: Modifiers

  /// A key pressed with modifiers.
  public init(_ key: Key, modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// A key pressed with modifiers.
  public init(key: Key, modifiers: Modifiers = []) {
    self.init(key, modifiers: modifiers)
  }

  /// A character typed by itself.
  public static func character(_ character: Character) -> KeyPress { KeyPress(.character(character)) }

  /// A letter typed with Control.
  public static func control(_ letter: Character) -> KeyPress {
    KeyPress(.character(letter), modifiers: .control)
  }
}
