/// A rectangle of cells. One with no columns or no rows (or fewer) is empty; nothing done with it traps.
public struct Rect: Hashable, Sendable {
  /// The upper left corner.
  public var origin: Point
  /// The extent to the right and downwards.
  public var size: Size

  /// The rectangle of `size` whose upper left corner is `origin`.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// The rectangle given by its four numbers.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.init(origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
  }

  /// No cells, at the upper left corner.
  public static let zero = Rect(origin: .zero, size: .zero)

  /// The first column.
  public var column: Int { origin.column }
  /// The first row.
  public var row: Int { origin.row }
  /// The width; may be negative when empty.
  public var columns: Int { size.columns }
  /// The height; may be negative when empty.
  public var rows: Int { size.rows }
  /// The column just after the last one.
  public var maxColumn: Int { column.saturatingAdd(columns) }
  /// The row just after the last one.
  public var maxRow: Int { row.saturatingAdd(rows) }
  /// Whether no cell lies in it.
  public var isEmpty: Bool { size.isEmpty }

  /// The columns covered, empty when the rectangle is.
  public var columnRange: Range<Int> { column..<max(column, maxColumn) }
  /// The rows covered, empty when the rectangle is.
  public var rowRange: Range<Int> { row..<max(row, maxRow) }

  /// Whether the cell at `point` lies in the rectangle.
  public func contains(_ point: Point) -> Bool {
    columnRange.contains(point.column) && rowRange.contains(point.row)
  }

  /// The cells common to both; of zero size where there are none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    let width = min(maxColumn, other.maxColumn).saturatingSubtract(left)
    let height = min(maxRow, other.maxRow).saturatingSubtract(top)
    guard width > 0, height > 0 else { return Rect(column: left, row: top, columns: 0, rows: 0) }
    return Rect(column: left, row: top, columns: width, rows: height)
  }

  /// The rectangle moved.
  public func offset(columns: Int = 0, rows: Int = 0) -> Rect {
    Rect(origin: origin.offset(columns: columns, rows: rows), size: size)
  }

  /// The rectangle without a margin of `margin` cells on each side; negative margins grow it.
  public func inset(by margin: Int) -> Rect {
    inset(columns: margin, rows: margin)
  }

  /// The rectangle without `columns` on the left and right and `rows` above and below. Never smaller than zero.
  public func inset(columns: Int, rows: Int) -> Rect {
    let width = self.columns.saturatingSubtract(columns).saturatingSubtract(columns)
    let height = self.rows.saturatingSubtract(rows).saturatingSubtract(rows)
    return Rect(
      column: column.saturatingAdd(columns), row: row.saturatingAdd(rows),
      columns: max(0, width), rows: max(0, height))
  }

  /// A rectangle of `size` in the middle of this one, made smaller where it does not fit.
  public func centred(_ size: Size) -> Rect {
    let width = max(0, min(size.columns, columns))
    let height = max(0, min(size.rows, rows))
    return Rect(
      column: column.saturatingAdd((max(0, columns) - width) / 2),
      row: row.saturatingAdd((max(0, rows) - height) / 2),
      columns: width, rows: height)
  }
}

extension Rect: CustomStringConvertible {
  /// `80x24+0+0`, as window managers write it.
  public var description: String { "\(size)+\(column)+\(row)" }
}
