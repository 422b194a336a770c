/// A picture of the whole terminal, drawn afresh for every frame and handed to ``Terminal/present(_:)``.
///
/// A grid is a value. Nothing drawn on it can trap or leave a trace outside of it: everything is clipped to its
/// bounds and to ``clip``, and a wide letter is shown whole or not at all.
///
/// ```swift
/// var grid = Grid(size: Size(columns: 20, rows: 2))
/// let used = grid.write("net β", at: .zero, style: .plain.bold)
/// grid.write("+0.02", at: Point(column: used + 1, row: 0), style: .plain)
/// ```
public struct Grid: Hashable, Sendable {
  /// Columns and rows, never negative.
  public let size: Size

  /// Where drawing leaves a trace; the whole grid unless ``withClip(_:_:)`` narrows it.
  public private(set) var clip: Rect

  private var cells: [Cell]

  /// An empty grid: spaces in `style`. Negative sizes count as zero.
  public init(size: Size, style: Style = .plain) {
    let columns = max(0, size.columns)
    let rows = max(0, size.rows)
    self.size = Size(columns: columns, rows: rows)
    clip = Rect(origin: .zero, size: self.size)
    cells = Array(repeating: Cell(glyph: 0x20, style: style), count: columns * rows)
  }

  /// All cells.
  public var bounds: Rect { Rect(origin: .zero, size: size) }

  /// The cell at a place; a blank outside of the grid.
  public subscript(point: Point) -> Cell {
    guard bounds.contains(point) else { return .blank }
    return cells[point.row * size.columns + point.column]
  }

  /// The cell at a place; a blank outside of the grid.
  public subscript(column column: Int, row row: Int) -> Cell {
    self[Point(column: column, row: row)]
  }

  /// The cells of one row from left to right; empty outside of the grid.
  public func row(_ index: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(index) else { return [] }
    return cells[index * size.columns..<(index + 1) * size.columns]
  }

  /// Draws with everything outside of `rect` (and of the clip in force) left untouched.
  public mutating func withClip<Result>(_ rect: Rect, _ draw: (inout Grid) throws -> Result) rethrows -> Result {
    let outer = clip
    clip = clip.intersection(rect)
    defer { clip = outer }
    return try draw(&self)
  }

  /// Two grids are equal when they show the same; the clip does not count.
  public static func == (left: Grid, right: Grid) -> Bool {
    left.size == right.size && left.cells == right.cells
  }

  /// Hashes what is shown.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(cells)
  }
}

extension Grid {
  /// Puts a glyph down. The only place where the content of cells changes, so clipping and wide letters are
  /// right everywhere: a letter that does not fit in the clip as a whole leaves blanks in its style, and a letter
  /// of which half is overwritten loses the other half.
  mutating func place(_ glyph: Glyph, at point: Point, style: Style) {
    guard clip.rowRange.contains(point.row) else { return }
    let span = point.column..<point.column.saturatingAdd(glyph.columns)
    let visible = span.clamped(to: clip.columnRange)
    guard !visible.isEmpty else { return }
    let start = point.row * size.columns
    releaseHalves(around: visible, rowStart: start)
    guard visible == span else {
      for column in visible { cells[start + column] = Cell(glyph: 0x20, style: style) }
      return
    }
    cells[start + point.column] = Cell(glyph: glyph.packed, style: style)
    if glyph.columns == 2 { cells[start + point.column + 1] = .trailingHalf(style: style) }
  }

  /// Changes the style of every cell of a rectangle.
  ///
  /// Both halves of a wide letter keep one style: where an edge cuts a letter, the half inside decides.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(clip)
    for row in area.rowRange {
      let start = row * size.columns
      for column in area.columnRange {
        change(&cells[start + column].style)
      }
      guard !area.isEmpty else { continue }
      if cells[start + area.column].isTrailingHalf, area.column > 0 {
        cells[start + area.column - 1].style = cells[start + area.column].style
      }
      if area.maxColumn < size.columns, cells[start + area.maxColumn].isTrailingHalf {
        cells[start + area.maxColumn].style = cells[start + area.maxColumn - 1].style
      }
    }
  }

  /// Blanks the halves that would be left of wide letters reaching over the edges of `span`.
  private mutating func releaseHalves(around span: Range<Int>, rowStart: Int) {
    let first = rowStart + span.lowerBound
    if cells[first].isTrailingHalf, span.lowerBound > 0 {
      cells[first - 1] = Cell(glyph: 0x20, style: cells[first - 1].style)
    }
    let after = rowStart + span.upperBound
    if span.upperBound < size.columns, cells[after].isTrailingHalf {
      cells[after] = Cell(glyph: 0x20, style: cells[after].style)
    }
  }
}
