import TerminalCells

extension ScreenEmulator {
  mutating func moveCursor(to point: Point) {
    cursor = Point(
      column: min(max(0, point.column), max(0, size.columns - 1)),
      row: min(max(0, point.row), max(0, size.rows - 1)))
    wrapIsPending = false
  }

  mutating func moveCursor(by columns: Int, _ rows: Int) {
    moveCursor(to: Point(column: cursor.column + columns, row: cursor.row + rows))
  }

  /// Writes a letter where the cursor is. After the last column the cursor waits: only the next letter wraps.
  mutating func write(_ character: Character) {
    let letter = lineDrawing ? ScreenEmulator.lineDrawing[character] ?? character : character
    let width = TextWidth.columns(of: letter)
    guard width > 0 else { return combine(letter) }
    guard width <= size.columns, !lines.isEmpty else { return }
    if wrapIsPending || cursor.column + width > size.columns {
      if modes.contains(7) {
        moveCursor(to: Point(column: 0, row: cursor.row))
        lineFeed()
      } else {
        moveCursor(to: Point(column: size.columns - width, row: cursor.row))
      }
    }
    if insertsLetters { insertCells(width) }
    put(letter, width: width)
    lastLetter = letter
    if cursor.column + width >= size.columns {
      cursor.column = size.columns - 1
      wrapIsPending = true
    } else {
      cursor.column += width
    }
  }

  private mutating func put(_ letter: Character, width: Int) {
    clearHalves(cursor.column..<cursor.column + width, row: cursor.row)
    lines[cursor.row][cursor.column] = Cell(letter, style: style)
    if width == 2 { lines[cursor.row][cursor.column + 1] = .trailingHalf(style: style) }
  }

  /// A mark goes on the letter before the cursor.
  private mutating func combine(_ mark: Character) {
    var column = wrapIsPending ? cursor.column : cursor.column - 1
    guard lines.indices.contains(cursor.row), lines[cursor.row].indices.contains(column) else { return }
    if lines[cursor.row][column].isTrailingHalf, column > 0 { column -= 1 }
    let cell = lines[cursor.row][column]
    guard let joined = (String(cell.grapheme) + String(mark)).first else { return }
    lines[cursor.row][column] = Cell(joined, style: cell.style)
  }

  /// A letter of which half is overwritten disappears.
  private mutating func clearHalves(_ columns: Range<Int>, row: Int) {
    if lines[row][columns.lowerBound].isTrailingHalf, columns.lowerBound > 0 {
      lines[row][columns.lowerBound - 1] = Cell(" ", style: lines[row][columns.lowerBound - 1].style)
    }
    if columns.upperBound < size.columns, lines[row][columns.upperBound].isTrailingHalf {
      lines[row][columns.upperBound] = Cell(" ", style: lines[row][columns.upperBound].style)
    }
  }

  /// What erasing leaves: the background in force, nothing else.
  private var erased: Cell { Cell(" ", style: Style(background: style.background)) }

  mutating func erase(_ columns: Range<Int>, row: Int) {
    guard lines.indices.contains(row) else { return }
    let columns = columns.clamped(to: 0..<size.columns)
    guard !columns.isEmpty else { return }
    clearHalves(columns, row: row)
    for column in columns { lines[row][column] = erased }
    wrapIsPending = false
  }

  mutating func eraseLine(_ part: Int) {
    switch part {
    case 1: erase(0..<cursor.column + 1, row: cursor.row)
    case 2: erase(0..<size.columns, row: cursor.row)
    default: erase(cursor.column..<size.columns, row: cursor.row)
    }
  }

  mutating func eraseScreen(_ part: Int) {
    let rows =
      switch part {
      case 1: 0..<cursor.row
      case 2, 3: 0..<size.rows
      default: min(cursor.row + 1, size.rows)..<size.rows
      }
    for row in rows { erase(0..<size.columns, row: row) }
    if part < 2 { eraseLine(part) }
  }

  mutating func insertCells(_ count: Int) {
    guard lines.indices.contains(cursor.row) else { return }
    let count = min(count, size.columns - cursor.column)
    lines[cursor.row].removeLast(count)
    lines[cursor.row].insert(contentsOf: Array(repeating: erased, count: count), at: cursor.column)
  }

  mutating func deleteCells(_ count: Int) {
    guard lines.indices.contains(cursor.row) else { return }
    let count = min(count, size.columns - cursor.column)
    lines[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    lines[cursor.row].append(contentsOf: Array(repeating: erased, count: count))
  }

  mutating func insertLines(_ count: Int, at row: Int) {
    guard scrollRegion.contains(row) else { return }
    for _ in 0..<min(count, scrollRegion.upperBound - row) {
      lines.remove(at: scrollRegion.upperBound - 1)
      lines.insert(Array(repeating: erased, count: size.columns), at: row)
    }
  }

  mutating func deleteLines(_ count: Int, at row: Int) {
    guard scrollRegion.contains(row) else { return }
    for _ in 0..<min(count, scrollRegion.upperBound - row) {
      lines.remove(at: row)
      lines.insert(Array(repeating: erased, count: size.columns), at: scrollRegion.upperBound - 1)
    }
  }

  mutating func lineFeed() {
    wrapIsPending = false
    if cursor.row == scrollRegion.upperBound - 1 {
      deleteLines(1, at: scrollRegion.lowerBound)
    } else if cursor.row < size.rows - 1 {
      cursor.row += 1
    }
  }

  mutating func reverseLineFeed() {
    wrapIsPending = false
    if cursor.row == scrollRegion.lowerBound {
      insertLines(1, at: cursor.row)
    } else if cursor.row > 0 {
      cursor.row -= 1
    }
  }

  private static let lineDrawing: [Character: Character] = [
    "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬", "x": "│",
    "a": "▒", "`": "◆", "f": "°", "g": "±", "~": "·", "y": "≤", "z": "≥",
  ]
}
