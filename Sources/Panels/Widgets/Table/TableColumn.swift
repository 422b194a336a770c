/// A column of a table: its heading, how its cells stand, and how dear it is when room is short.
struct TableColumn: Hashable, Sendable {
  /// How the cells stand.
  enum Alignment: Hashable, Sendable {
    /// At the left edge: names and words.
    case left
    /// At the right edge.
    case right
    /// With their decimal points below each other: numbers.
    case decimal
  }

  /// How wide the column is.
  enum Width: Hashable, Sendable {
    /// As wide as heading and cells ask for, and no narrower than `minimum`, so that it does not jump.
    case content(minimum: Int)
    /// As wide as the cells ask for where there is room; else cut, down to `minimum`.
    case shrinking(minimum: Int)
    /// A drawing that takes what is left over, between these.
    case drawing(minimum: Int, maximum: Int)
  }

  /// The heading, with the unit.
  let title: String
  /// How cells and heading stand.
  let alignment: Alignment
  /// How wide it is.
  let width: Width
  /// 0 always stays; among the others the largest number is left out first.
  let priority: Int
  /// Its place among the panel's sort columns; nil when the table cannot be sorted by it.
  let sortIndex: Int?

  /// A column; see the properties.
  init(
    _ title: String, _ alignment: Alignment = .decimal, width: Width = .content(minimum: 0), priority: Int = 0,
    sortIndex: Int? = nil
  ) {
    self.title = title
    self.alignment = alignment
    self.width = width
    self.priority = priority
    self.sortIndex = sortIndex
  }
}
