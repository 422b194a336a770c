/// How many columns and rows something takes. Negative values are allowed and mean empty.
public struct Size: Hashable, Sendable {
  /// The width in terminal columns.
  public var columns: Int
  /// The height in terminal rows.
  public var rows: Int

  /// A size of `columns` by `rows`.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// Nothing at all.
  public static let zero = Size(columns: 0, rows: 0)

  /// Whether no cell fits.
  public var isEmpty: Bool { columns <= 0 || rows <= 0 }
}

extension Size: CustomStringConvertible {
  /// `80x24`.
  public var description: String { "\(columns)x\(rows)" }
}
