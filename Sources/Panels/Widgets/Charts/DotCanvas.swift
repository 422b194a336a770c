import TerminalCells

/// Dots to draw a line with: two across and four down in each cell.
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
  var height: Int { size.rows * 4 }

  /// The dots of a cell, as ``GlyphSet/dots(_:)`` takes them.
  subscript(column column: Int, row row: Int) -> UInt8 {
    cells[row * size.columns + column]
  }

  /// Sets a dot; nothing outside of the canvas.
  mutating func plot(_ x: Int, _ y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    cells[y / 4 * size.columns + x / 2] |= 1 << UInt8(y % 4 * 2 + x % 2)
  }

  /// Sets the dots of a straight line, ends included; only every `step`th column of dots for a dotted one.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), every step: Int = 1) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y))
    guard steps > 0 else { return start.x % step == 0 ? plot(start.x, start.y) : () }
    for index in 0...steps {
      let share = Double(index) / Double(steps)
      let x = start.x + Int((Double(end.x - start.x) * share).rounded())
      let y = start.y + Int((Double(end.y - start.y) * share).rounded())
      if x % step == 0 { plot(x, y) }
    }
  }
}
