import TerminalCells

extension KeyPress {
  /// What xterm sends for the key; `nil` for keys it has no sequence for.
  var xtermSequence: String? {
    let number =
      1 + (modifiers.contains(.shift) ? 1 : 0) + (modifiers.contains(.alt) ? 2 : 0)
      + (modifiers.contains(.control) ? 4 : 0)
    let prefix = modifiers.contains(.alt) ? "\u{1B}" : ""
    switch key {
    case .character(let character): return controlled(character).map { prefix + $0 }
    case .enter: return prefix + "\r"
    case .escape: return "\u{1B}"
    case .tab: return "\t"
    case .backTab: return "\u{1B}[Z"
    case .backspace: return prefix + "\u{7F}"
    default: break
    }
    if let letter = KeyPress.letters[key] {
      return number == 1 ? "\u{1B}O\(letter)" : "\u{1B}[1;\(number)\(letter)"
    }
    guard let code = KeyPress.codes[key] else { return nil }
    return number == 1 ? "\u{1B}[\(code)~" : "\u{1B}[\(code);\(number)~"
  }

  private func controlled(_ character: Character) -> String? {
    guard modifiers.contains(.control) else { return String(character) }
    if character == " " { return "\u{0}" }
    guard let ascii = character.asciiValue, (0x40...0x7F).contains(ascii) else { return nil }
    return String(UnicodeScalar(ascii & 0x1F))
  }

  private static let letters: [Key: String] = [
    .up: "A", .down: "B", .right: "C", .left: "D", .home: "H", .end: "F",
    .function(1): "P", .function(2): "Q", .function(3): "R", .function(4): "S",
  ]

  private static let codes: [Key: Int] = [
    .insert: 2, .delete: 3, .pageUp: 5, .pageDown: 6, .function(5): 15, .function(6): 17, .function(7): 18,
    .function(8): 19, .function(9): 20, .function(10): 21, .function(11): 23, .function(12): 24,
  ]
}
