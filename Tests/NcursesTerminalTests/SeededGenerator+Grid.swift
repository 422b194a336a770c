import HedgeTestSupport
import SeededRandom
import TerminalCells

extension SeededGenerator {
  /// A screen full of words in all kinds of looks.
  mutating func grid(size: Size) -> Grid {
    let words = ["net β", "—", "+0.02", "世界", "▁▂▃█", "BTC", "⣿⠁", "e\u{301}tude", "🚀", "────────", "          "]
    let colours: [Colour] = [.terminalDefault, .red, .palette(200), .rgb(10, 200, 30), .rgb(90, 90, 90)]
    let looks: [Attributes] = [[], .bold, .underline, .reverse, .dim, .italic]
    var grid = Grid(size: size)
    for _ in 0..<30 {
      let style = Style(
        foreground: colours.randomElement(using: &self) ?? .red,
        background: colours.randomElement(using: &self) ?? .red,
        attributes: looks.randomElement(using: &self) ?? [])
      grid.write(
        words.randomElement(using: &self) ?? "",
        at: Point(
          column: .random(in: -3...max(1, size.columns), using: &self),
          row: .random(in: 0...max(1, size.rows), using: &self)),
        style: style)
    }
    return grid
  }
}

extension ScreenEmulator {
  /// Where the looks differ from those of a grid as 256 colours show it.
  func styleDifferences(from grid: Grid) -> [String] {
    var differences: [String] = []
    for (row, styles) in grid.styleRows.enumerated() {
      for (column, style) in styles.enumerated() {
        let cell = self[Point(column: column, row: row)]
        let found = cell.isBlank ? cell.style.ofBlank : cell.style
        let expected = cell.isBlank ? style.reduced(to: .palette256).ofBlank : style.reduced(to: .palette256)
        if found != expected { differences.append("\(column),\(row): \(found), not \(expected)") }
      }
    }
    return differences
  }
}

extension Style {
  /// What can be seen of it where there is no letter: ncurses erases blanks in the background colour alone.
  var ofBlank: Style {
    attributes.isDisjoint(with: [.underline, .reverse]) ? Style(background: background) : self
  }
}
