import TerminalCells

/// Dots to draw a line with: two across and two down in each cell.
struct DotCanvas: Sendable {
  /// Cells across and down.
  let size: Size
  private var cells: [UInt8]

  /// An empty canvas of so many cells.
  init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: 0, count: self.size.columns * self.size.rows)
  }

  /// Dots across.
  var width: Int { size.columns * 2 }
  /// Dots down.
  var height: Int { size.rows * 2 }

  /// The dots of a cell, as ``GlyphSet/quadrants(_:)`` takes them.
  subscript(column column: Int, row row: Int) -> UInt8 {
    cells[row * size.columns + column]
  }

  /// Sets a dot; nothing outside of the canvas.
  mutating func plot(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    cells[y / 2 * size.columns + x / 2] |= 1 << UInt8(y % 2 * 2 + x % 2)
  }

  /// Sets the dots of a straight line, ends included.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y))
    guard steps > 0 else { return plot(start.x, start.y) }
    for index in 0...steps {
      let share = Double(index) / Double(steps)
      plot(
        start.x + Int((Double(end.x - start.x) * share).rounded()),
        start.y + Int((Double(end.y - start.y) * share).rounded()))
    }
  }
}
