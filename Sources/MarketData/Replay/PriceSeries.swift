import HedgeModel

/// Rows of a price file as they were read, before they are laid on a grid.
struct PriceSeries {
  /// Time of each row, rising.
  var times: [Timestamp] = []
  /// Line of each row in the file.
  var lines: [Int] = []
  /// Prices by column, NaN for none.
  var columns: [[Double]]

  init(columns count: Int) {
    columns = Array(repeating: [], count: count)
  }
}
