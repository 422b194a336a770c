import SeededRandom
import TerminalCells

/// Text nobody should ever send, and ways to look at it.
enum Hostile {
  static let pieces: [String] = [
    "a", "Z", "0", " ", "β", "é", "世", "界", "🚀", "e\u{301}", "\u{301}", "\u{1B}[31m", "\u{1B}", "\u{9B}2J", "\u{0}",
    "\u{7}", "\u{8}", "\t", "\n", "\r\n", "\u{7F}", "\u{85}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{2066}",
    "\u{FEFF}", "\u{FE0F}", "👨‍👩‍👧", "🇩🇪", "👍🏽", "\u{1B}]52;c;AAAA\u{7}", "\u{1B}Pq\u{1B}\\", "\u{FFFE}", "\u{2028}",
    "\u{E0041}", "\u{1100}\u{1161}\u{11A8}", "a\u{301}\u{302}\u{303}\u{304}", "\u{10FFFF}", "\u{378}",
  ]

  static func text(using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...12, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
  }

  static func spelled(_ text: String) -> String {
    text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
  }

  /// Whether a scalar could do anything to a terminal but show a letter.
  static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}

extension Grid {
  /// The columns a text takes when it is written.
  static func measured(_ text: String) -> Int {
    var grid = Grid(size: Size(columns: 400, rows: 1))
    return grid.write(text, at: .zero)
  }
}
