/// What ncurses read: a letter, or a key it recognised.
enum RawInput: Hashable, Sendable {
  /// A Unicode scalar, controls included.
  case scalar(UInt32)
  /// A key with a code.
  case key(CursesKey)
}

/// A key by ncurses' code and, for keys with modifiers, its terminfo name (`kRIT5`).
struct CursesKey: Hashable, Sendable {
  var code: Int32
  var name = ""
}
