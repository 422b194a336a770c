extension KeyPress {
  /// Reads the name of a key: modifiers `Ctrl-`, `Alt-`, `Shift-` in any order and case, then a single character
  /// or the name of a key.
  ///
  /// - Returns: `nil` where the text names no key.
  public init?(parsing text: String) {
    var rest = Substring(text)
    var modifiers: Modifiers = []
    while rest.count > 1, let (prefix, modifier) = KeyPress.prefix(of: rest) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    guard let key = KeyPress.key(named: String(rest)) else { return nil }
    switch key {
    case .tab where modifiers.contains(.shift): self.init(.backTab, modifiers: modifiers.subtracting(.shift))
    case .character(let letter) where modifiers.contains(.control):
      self.init(.character(letter.lowercased().first ?? letter), modifiers: modifiers)
    default: self.init(key, modifiers: modifiers)
    }
  }

  private static let prefixes: [(String, Modifiers)] = [
    ("ctrl-", .control), ("c-", .control), ("^", .control), ("alt-", .alt), ("shift-", .shift),
  ]

  private static func prefix(of text: Substring) -> (String, Modifiers)? {
    let lowercased = text.lowercased()
    return prefixes.first { lowercased.hasPrefix($0.0) && lowercased.count > $0.0.count }
  }

  private static func key(named name: String) -> Key? {
    if name.count == 1, let character = name.first, TextWidth.columns(of: character) > 0 {
      return .character(character)
    }
    let lowercased = name.lowercased()
    if lowercased.hasPrefix("f"), let number = Int(lowercased.dropFirst()), (1...63).contains(number) {
      return .function(number)
    }
    return Key.names.first { $0.spellings.contains(lowercased) }?.key
  }
}

extension KeyPress: CustomStringConvertible {
  /// The name of the key, which ``init(parsing:)`` reads.
  public var description: String {
    var text = ""
    if modifiers.contains(.control) { text += "Ctrl-" }
    if modifiers.contains(.alt) { text += "Alt-" }
    if modifiers.contains(.shift) { text += "Shift-" }
    if case .character(let letter) = key, modifiers.contains(.control), letter != " " {
      return text + letter.uppercased()
    }
    return text + "\(key)"
  }
}

extension Key: CustomStringConvertible {
  /// The short name printed on keyboards.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    default: Key.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// Each key with the name it prints as and the names it is known by, in lower case.
  fileprivate static let names: [(key: Key, name: String, spellings: [String])] = [
    (.character(" "), "Space", ["space"]),
    (.up, "Up", ["up"]), (.down, "Down", ["down"]),
    (.left, "Left", ["left"]), (.right, "Right", ["right"]),
    (.home, "Home", ["home"]), (.end, "End", ["end"]),
    (.pageUp, "PgUp", ["pgup", "pageup"]), (.pageDown, "PgDn", ["pgdn", "pgdown", "pagedown"]),
    (.enter, "Enter", ["enter", "return"]), (.escape, "Esc", ["esc", "escape"]),
    (.tab, "Tab", ["tab"]), (.backTab, "Shift-Tab", ["backtab"]),
    (.backspace, "Backspace", ["backspace"]),
    (.delete, "Del", ["del", "delete"]), (.insert, "Ins", ["ins", "insert"]),
  ]
}
