import TerminalCells

/// The picture of a viewer that hears nothing: the last one, faint, with the reason and the time on top, so that no
/// figure passes for a present one.
public enum LossNotice {
  /// The picture.
  ///
  /// - Parameters:
  ///   - grid: the last picture; nil before the first.
  ///   - size: the terminal's.
  ///   - words: what has happened and since when.
  ///   - remedy: what is being done, and what a key does.
  public static func grid(over grid: Grid?, size: Size, words: String, remedy: String) -> Grid {
    var picture = Grid(size: size)
    if let grid {
      let rows = min(grid.size.rows, size.rows)
      for row in 0..<rows {
        for column in 0..<min(grid.size.columns, size.columns) {
          let cell = grid[column: column, row: row]
          guard !cell.isTrailingHalf else { continue }
          picture.write(String(cell.grapheme), at: Point(column: column, row: row), style: .plain.dim)
        }
      }
    }
    let style = Style.plain.reverse.bold
    let middle = max(0, size.rows / 2 - 1)
    for (row, text) in [(0, words), (middle, words), (middle + 1, remedy)] where row < size.rows {
      let line = Rect(column: 0, row: row, columns: size.columns, rows: 1)
      picture.fill(line, style: style)
      picture.write(" \(text) ", in: line, style: style, alignment: .centre)
    }
    return picture
  }
}
