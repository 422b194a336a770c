extension Grid {
  /// Writes text on one row: the one way text reaches a cell.
  ///
  /// The text is sanitised (see ``Swift/String/sanitised``), cut at the edges of the grid and of ``clip``, and
  /// never wraps. A wide letter at an edge is shown whole or not at all.
  ///
  /// - Parameters:
  ///   - text: what to write; may come from anywhere.
  ///   - point: where its first column goes; may lie outside.
  ///   - style: the look of every cell written.
  ///   - maxColumns: the most columns to take; `nil` for as many as there are.
  /// - Returns: the columns taken from `point` on, for placing what follows. Columns hidden left of the clip count,
  ///   those beyond its right edge do not.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, style: Style = .plain, maxColumns: Int? = nil
  ) -> Int {
    let limit = min(point.column.saturatingAdd(max(0, maxColumns ?? .max)), clip.maxColumn)
    guard clip.rowRange.contains(point.row) else { return 0 }
    var column = point.column
    for glyph in Glyphs(text) {
      guard column < limit else { break }
      if column + glyph.columns > limit {
        place(.space, at: Point(column: column, row: point.row), style: style)
        column += 1
        break
      }
      place(glyph, at: Point(column: column, row: point.row), style: style)
      column += glyph.columns
    }
    return column.saturatingSubtract(point.column)
  }

  /// Writes text aligned in the first row of `rect`, cut with an ellipsis where it is longer.
  public mutating func write(
    _ text: String, in rect: Rect, style: Style = .plain, alignment: TextAlignment, ellipsis: String = "…"
  ) {
    let area = rect.line(0)
    guard !area.isEmpty else { return }
    let shown = text.truncated(toColumns: area.columns, ellipsis: ellipsis)
    let free = area.columns - TextWidth.columns(of: shown)
    let indent =
      switch alignment {
      case .left: 0
      case .right: free
      case .centre: free / 2
      }
    write(shown, at: area.origin.offset(columns: indent), style: style, maxColumns: area.columns - indent)
  }

  /// Fills a rectangle with one character. A wide character fills pairs of columns; an odd last one is blank.
  public mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = .plain) {
    let area = rect.intersection(clip)
    let glyph = Glyph(character)
    for row in area.rowRange {
      var column = area.column
      while column < area.maxColumn {
        let fits = column + glyph.columns <= area.maxColumn
        place(fits ? glyph : .space, at: Point(column: column, row: row), style: style)
        column += glyph.columns
      }
    }
  }

  /// Fills a rectangle with copies of a cell.
  public mutating func fill(_ rect: Rect, with cell: Cell) {
    fill(rect, with: cell.grapheme, style: cell.style)
  }

  /// Draws a line to the right.
  public mutating func horizontalLine(at point: Point, columns: Int, glyphs: GlyphSet, style: Style = .plain) {
    fill(
      Rect(origin: point, size: Size(columns: columns, rows: 1)), with: glyphs.box.horizontal, style: style)
  }

  /// Draws a line downwards.
  public mutating func verticalLine(at point: Point, rows: Int, glyphs: GlyphSet, style: Style = .plain) {
    fill(Rect(origin: point, size: Size(columns: 1, rows: rows)), with: glyphs.box.vertical, style: style)
  }

  /// Draws a frame along the inner edge of a rectangle; of a rectangle too small for one, what fits.
  public mutating func box(_ rect: Rect, glyphs: GlyphSet, style: Style = .plain) {
    guard !rect.isEmpty else { return }
    let right = rect.maxColumn - 1
    let bottom = rect.maxRow - 1
    let lines = glyphs.box
    for row in [rect.row, bottom] {
      horizontalLine(at: Point(column: rect.column, row: row), columns: rect.columns, glyphs: glyphs, style: style)
    }
    for column in [rect.column, right] {
      verticalLine(at: Point(column: column, row: rect.row), rows: rect.rows, glyphs: glyphs, style: style)
    }
    place(Glyph(lines.topLeft), at: rect.origin, style: style)
    place(Glyph(lines.topRight), at: Point(column: right, row: rect.row), style: style)
    place(Glyph(lines.bottomLeft), at: Point(column: rect.column, row: bottom), style: style)
    place(Glyph(lines.bottomRight), at: Point(column: right, row: bottom), style: style)
  }

  /// Copies another grid onto this one, its upper left corner at `point`.
  public mutating func draw(_ other: Grid, at point: Point) {
    for row in 0..<other.size.rows {
      for (column, cell) in other.row(row).enumerated() where !cell.isTrailingHalf {
        place(Glyph(cell.grapheme), at: point.offset(columns: column, rows: row), style: cell.style)
      }
    }
  }
}
