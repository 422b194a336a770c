/// A key, without what is held down with it.
public enum Key: Hashable, Sendable {
  /// A letter, digit, sign, or the space. Letters typed with Control are lower case.
  case character(Character)
  /// Cursor up.
  case up
  /// Cursor down.
  case down
  /// Cursor left.
  case left
  /// Cursor right.
  case right
  /// To the beginning.
  case home
  /// To the end.
  case end
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown
  /// Return or the keypad's enter.
  case enter
  /// Escape.
  case escape
  /// Tabulator.
  case tab
  /// Shift and tabulator.
  case backTab
  /// Rubs out to the left.
  case backspace
  /// Rubs out under the cursor.
  case delete
  /// Insert.
  case insert
  /// F1 to F24 and beyond.
  case function(Int)
}
