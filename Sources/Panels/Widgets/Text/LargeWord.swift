import TerminalCells

/// A word in letters three rows high, of half blocks; as ordinary text in ASCII, in a narrow place, or with a letter
/// that has no picture.
struct LargeWord: Sendable {
  private let word: String
  private let role: ThemeRole

  /// Letters a to z of either case.
  init(_ word: String, role: ThemeRole) {
    self.word = word.lowercased()
    self.role = role
  }

  /// Draws the word from the upper left corner.
  ///
  /// - Returns: the rows taken: three, or none where it does not fit.
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) -> Int {
    let letters = word.compactMap { Self.letters[$0] }
    let width = letters.reduce(-1) { $0 + ($1.first?.count ?? 0) + 1 }
    guard !context.glyphs.isASCII, letters.count == word.count, width <= area.columns, area.rows >= 3 else { return 0 }
    let style = context.theme.style(role)
    for row in 0..<3 {
      let text = letters.map { Self.line(row, of: $0) }.joined(separator: " ")
      grid.write(text, at: area.origin.offset(rows: row), style: style, maxColumns: area.columns)
    }
    return 3
  }

  /// A row of cells from two rows of dots.
  private static func line(_ row: Int, of letter: [Substring]) -> String {
    let above = letter[row * 2]
    let below = row * 2 + 1 < letter.count ? letter[row * 2 + 1] : above.map { _ in "." }.joined()[...]
    return String(
      zip(above, below).map { dots in
        switch dots {
        case ("#", "#"): "█"
        case ("#", _): "▀"
        case (_, "#"): "▄"
        default: " "
        }
      })
  }

  /// Rows of dots, five each.
  private static let letters: [Character: [Substring]] = [
    "a": ".##. #..# #### #..# #..#", "c": ".### #... #... #... .###", "d": "###. #..# #..# #..# ###.",
    "e": "#### #... ###. #... ####", "g": ".### #... #.## #..# .###", "i": "### .#. .#. .#. ###",
    "l": "#... #... #... #... ####", "m": "#...# ##.## #.#.# #...# #...#", "n": "#..# ##.# #.## #..# #..#",
    "o": ".##. #..# #..# #..# .##.", "p": "###. #..# ###. #... #...", "r": "###. #..# ###. #.#. #..#",
    "s": ".### #... .##. ...# ###.", "t": "##### ..#.. ..#.. ..#.. ..#..", "u": "#..# #..# #..# #..# .##.",
  ].mapValues { $0.split(separator: " ") }
}
