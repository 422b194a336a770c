import TerminalCells

/// What a screen too small for anything says.
struct TooSmallNotice {
  let context: DrawingContext

  func draw(on grid: inout Grid) {
    let needed = ScreenLayout.smallest
    let sign = context.glyphs.times
    let lines = [
      Phrase("screen too small", .warning),
      Phrase("needs \(needed.columns)\(sign)\(needed.rows)"),
      Phrase("has \(grid.size.columns)\(sign)\(grid.size.rows)"),
    ]
    let top = max(0, (grid.size.rows - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      grid.write(
        line.text, in: Rect(column: 0, row: top + index, columns: grid.size.columns, rows: 1),
        style: line.style(in: context.theme), alignment: .centre, ellipsis: context.glyphs.ellipsis)
    }
  }
}
