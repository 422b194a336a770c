extension Rect {
  /// Cuts into a left part of `columns` and the rest on the right. The cut is kept within the rectangle; a
  /// negative number counts from the right edge.
  public func splitHorizontally(at columns: Int) -> (left: Rect, right: Rect) {
    let width = max(0, self.columns)
    let cut = Rect.cut(columns, of: width)
    return (
      Rect(column: column, row: row, columns: cut, rows: rows),
      Rect(column: column.saturatingAdd(cut), row: row, columns: width - cut, rows: rows)
    )
  }

  /// Cuts into an upper part of `rows` and the rest below. The cut is kept within the rectangle; a negative
  /// number counts from the bottom edge.
  public func splitVertically(at rows: Int) -> (top: Rect, bottom: Rect) {
    let height = max(0, self.rows)
    let cut = Rect.cut(rows, of: height)
    return (
      Rect(column: column, row: row, columns: columns, rows: cut),
      Rect(column: column, row: row.saturatingAdd(cut), columns: columns, rows: height - cut)
    )
  }

  /// One rectangle per constraint, side by side, `spacing` columns apart.
  public func dividedIntoColumns(_ constraints: [Layout.Constraint], spacing: Int = 0) -> [Rect] {
    Layout.split(columns, constraints: constraints, spacing: spacing).map { part in
      Rect(column: column.saturatingAdd(part.lowerBound), row: row, columns: part.count, rows: rows)
    }
  }

  /// One rectangle per constraint, one below the other, `spacing` rows apart.
  public func dividedIntoRows(_ constraints: [Layout.Constraint], spacing: Int = 0) -> [Rect] {
    Layout.split(rows, constraints: constraints, spacing: spacing).map { part in
      Rect(column: column, row: row.saturatingAdd(part.lowerBound), columns: columns, rows: part.count)
    }
  }

  /// The row at `index` counted from the top of the rectangle, of zero size where there is none.
  public func line(_ index: Int) -> Rect {
    intersection(Rect(column: column, row: row.saturatingAdd(index), columns: columns, rows: 1))
  }

  private static func cut(_ position: Int, of length: Int) -> Int {
    min(max(0, position < 0 ? length.saturatingAdd(position) : position), length)
  }
}
