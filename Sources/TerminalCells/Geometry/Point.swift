/// The place of one cell, counted from the upper left corner, both from zero.
public struct Point: Hashable, Sendable {
  /// The column, growing to the right.
  public var column: Int
  /// The row, growing downwards.
  public var row: Int

  /// The place at `column`, `row`.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// The upper left corner.
  public static let zero = Point(column: 0, row: 0)

  /// The point moved by so many columns and rows; saturates instead of overflowing.
  public func offset(columns: Int = 0, rows: Int = 0) -> Point {
    Point(column: column.saturatingAdd(columns), row: row.saturatingAdd(rows))
  }
}

extension Int {
  /// Addition that stops at the ends of the range: geometry from outside must never trap.
  func saturatingAdd(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    guard overflow else { return sum }
    return other > 0 ? .max : .min
  }

  /// Subtraction that stops at the ends of the range.
  func saturatingSubtract(_ other: Int) -> Int {
    let (difference, overflow) = subtractingReportingOverflow(other)
    guard overflow else { return difference }
    return other > 0 ? .min : .max
  }
}
