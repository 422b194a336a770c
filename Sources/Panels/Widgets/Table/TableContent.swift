/// What a table says: columns, rows made on demand, so that a thousand rows cost no more than those in sight, and
/// totals under the same columns.
struct TableContent {
  /// The columns, left to right.
  var columns: [TableColumn]
  /// Rows there are.
  var rowCount: Int
  /// The cells of a row, one per column.
  var row: (Int) -> [TableCell]
  /// A last row that does not scroll; empty for none.
  var totals: [TableCell] = []
  /// Said instead of rows when there are none.
  var emptyText: String = ""
}
