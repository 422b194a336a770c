import TerminalCells

/// A terminal in memory: what a program writes goes in, what a person would see comes out.
///
/// Knows what ncurses emits under `xterm-256color` and its relatives, and counts what it does not know in
/// ``unknownSequences`` so that a test can insist on there being none.
public struct ScreenEmulator: Sendable {
  /// The size of the screen.
  public private(set) var size: Size
  /// Where the next letter goes.
  public internal(set) var cursor = Point.zero
  /// Whether the cursor is shown.
  public internal(set) var cursorIsVisible = true
  /// Whether the screen for full-screen programs is on.
  public internal(set) var isAlternate = false
  /// The private modes that are set, such as 1000 for mouse reports and 2004 for marked pastes.
  public internal(set) var modes: Set<Int> = [7, 25]
  /// The window's title.
  public internal(set) var title = ""
  /// What programs put in the clipboard, as sent (base64).
  public internal(set) var clipboard: [String] = []
  /// How often the bell rang.
  public internal(set) var bells = 0
  /// Sequences that were not understood.
  public internal(set) var unknownSequences: [String] = []
  /// How letters written now will look.
  public internal(set) var style = Style.plain

  var lines: [[Cell]]
  var hiddenLines: [[Cell]]
  var savedCursor = Point.zero
  var savedStyle = Style.plain
  var mainCursor = Point.zero
  var scrollRegion: Range<Int>
  var wrapIsPending = false
  var insertsLetters = false
  var lineDrawing = false
  var lastLetter: Character?
  var parser = Parser.ground
  var utf8: [UInt8] = []

  /// An empty screen.
  public init(size: Size) {
    self.size = size
    lines = ScreenEmulator.blankLines(size)
    hiddenLines = lines
    scrollRegion = 0..<size.rows
  }

  /// The rows as strings without trailing blanks.
  public var text: [String] { lines.indices.map(row) }

  private func row(_ index: Int) -> String {
    var text = ""
    for cell in lines[index] where !cell.isTrailingHalf { text.append(cell.grapheme) }
    return String(text[..<(text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex)])
  }

  /// The screen as one string, rows joined by line breaks.
  public var wholeText: String { text.joined(separator: "\n") }

  /// The cell at a place; a blank outside of the screen.
  public subscript(point: Point) -> Cell {
    guard lines.indices.contains(point.row), lines[point.row].indices.contains(point.column) else { return .blank }
    return lines[point.row][point.column]
  }

  /// Whether some row shows this text.
  public func shows(_ text: String) -> Bool {
    lines.indices.contains { row($0).contains(text) }
  }

  /// What is on the screen as a grid.
  public var grid: Grid {
    var grid = Grid(size: size)
    for (row, line) in lines.enumerated() {
      for (column, cell) in line.enumerated() where !cell.isTrailingHalf {
        grid.write(String(cell.grapheme), at: Point(column: column, row: row), style: cell.style)
      }
    }
    return grid
  }

  /// Changes the size; what fits stays, as in a window made smaller or larger.
  public mutating func resize(to size: Size) {
    self.size = size
    lines = ScreenEmulator.fitted(lines, to: size)
    hiddenLines = ScreenEmulator.fitted(hiddenLines, to: size)
    scrollRegion = 0..<size.rows
    wrapIsPending = false
    moveCursor(to: cursor)
  }

  static func blankLines(_ size: Size) -> [[Cell]] {
    Array(repeating: Array(repeating: .blank, count: max(0, size.columns)), count: max(0, size.rows))
  }

  private static func fitted(_ lines: [[Cell]], to size: Size) -> [[Cell]] {
    var result = blankLines(size)
    for (row, line) in lines.enumerated() where row < result.count {
      for (column, cell) in line.enumerated() where column < result[row].count { result[row][column] = cell }
    }
    return result
  }
}
