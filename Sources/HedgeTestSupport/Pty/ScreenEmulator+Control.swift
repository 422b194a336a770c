import TerminalCells

extension ScreenEmulator {
  mutating func perform(_ sequence: ControlSequence) {
    if sequence.marker == "?" { return setModes(sequence) }
    if let marker = sequence.marker {
      // Soft reset and keyboard settings change nothing on the screen.
      if marker != "!" && marker != ">" { unknownSequences.append("CSI \(sequence.body)\(sequence.final)") }
      return
    }
    if moves(sequence) || edits(sequence) { return }
    switch sequence.final {
    case "m": style.apply(sequence)
    case "r": setScrollRegion(sequence)
    case "h", "l":
      if sequence.value() == 4 { insertsLetters = sequence.final == "h" }
    case "b":
      if let lastLetter { for _ in 0..<sequence.count() { write(lastLetter) } }
    case "s": savedCursor = cursor
    case "u": moveCursor(to: savedCursor)
    case "t", "c", "n", "g": break
    default: unknownSequences.append("CSI \(sequence.body)\(sequence.final)")
    }
  }

  private mutating func moves(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    switch sequence.final {
    case "A": moveCursor(by: 0, -count)
    case "B", "e": moveCursor(by: 0, count)
    case "C", "a": moveCursor(by: count, 0)
    case "D": moveCursor(by: -count, 0)
    case "E": moveCursor(to: Point(column: 0, row: cursor.row + count))
    case "F": moveCursor(to: Point(column: 0, row: cursor.row - count))
    case "G", "`": moveCursor(to: Point(column: count - 1, row: cursor.row))
    case "d": moveCursor(to: Point(column: cursor.column, row: count - 1))
    case "H", "f": moveCursor(to: Point(column: sequence.count(1) - 1, row: count - 1))
    case "I": moveCursor(to: Point(column: (cursor.column / 8 + count) * 8, row: cursor.row))
    case "Z": moveCursor(to: Point(column: max(0, (cursor.column - 1) / 8 - count + 1) * 8, row: cursor.row))
    default: return false
    }
    return true
  }

  private mutating func edits(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    switch sequence.final {
    case "J": eraseScreen(sequence.value())
    case "K": eraseLine(sequence.value())
    case "X": erase(cursor.column..<cursor.column + count, row: cursor.row)
    case "@": insertCells(count)
    case "P": deleteCells(count)
    case "L": insertLines(count, at: cursor.row)
    case "M": deleteLines(count, at: cursor.row)
    case "S": deleteLines(count, at: scrollRegion.lowerBound)
    case "T": insertLines(count, at: scrollRegion.lowerBound)
    default: return false
    }
    return true
  }

  private mutating func setScrollRegion(_ sequence: ControlSequence) {
    let top = sequence.count() - 1
    let bottom = sequence.value(1) == 0 ? size.rows : min(size.rows, sequence.value(1))
    scrollRegion = top < bottom ? top..<bottom : 0..<size.rows
    moveCursor(to: .zero)
  }

  private mutating func setModes(_ sequence: ControlSequence) {
    guard sequence.final == "h" || sequence.final == "l" else { return }
    let on = sequence.final == "h"
    for mode in sequence.parameters.compactMap({ $0 }) {
      if on { modes.insert(mode) } else { modes.remove(mode) }
      switch mode {
      case 25: cursorIsVisible = on
      case 47, 1047, 1049: switchScreen(toAlternate: on)
      default: break
      }
    }
  }

  private mutating func switchScreen(toAlternate: Bool) {
    guard toAlternate != isAlternate else { return }
    isAlternate = toAlternate
    swap(&lines, &hiddenLines)
    if toAlternate {
      mainCursor = cursor
      lines = ScreenEmulator.blankLines(size)
    } else {
      moveCursor(to: mainCursor)
    }
    scrollRegion = 0..<size.rows
  }
}
