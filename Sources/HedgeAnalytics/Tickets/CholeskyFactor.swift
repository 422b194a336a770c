/// The lower triangle L of a covariance matrix, Σ = L·Lᵀ, and the solution of Σ·x = b by it.
struct CholeskyFactor {
  private let rows: [[Double]]

  /// Factors a symmetric matrix.
  ///
  /// - Parameter tolerance: share of its own variance below which what the columns before leave of one counts as none.
  /// - Throws: ``MinimumVarianceError`` when it is not square, not symmetric, not finite or not positive definite.
  init(_ matrix: [[Double]], tolerance: Double = 1e-12) throws(MinimumVarianceError) {
    try Self.check(matrix)
    var rows: [[Double]] = []
    for row in matrix.indices {
      var entries: [Double] = []
      for column in 0..<row {
        let sum = (0..<column).reduce(matrix[row][column]) { $0 - entries[$1] * rows[column][$1] }
        entries.append(sum / rows[column][column])
      }
      let left = entries.reduce(matrix[row][row]) { $0 - $1 * $1 }
      guard left > tolerance * matrix[row][row], left > 0 else { throw .singular(instrument: row) }
      entries.append(left.squareRoot())
      rows.append(entries)
    }
    self.rows = rows
  }

  /// x of Σ·x = b: forward through L, then back through Lᵀ.
  func solve(_ right: [Double]) -> [Double] {
    var solution = right
    for row in rows.indices {
      let sum = (0..<row).reduce(solution[row]) { $0 - rows[row][$1] * solution[$1] }
      solution[row] = sum / rows[row][row]
    }
    for row in rows.indices.reversed() {
      let sum = (row + 1..<rows.count).reduce(solution[row]) { $0 - rows[$1][row] * solution[$1] }
      solution[row] = sum / rows[row][row]
    }
    return solution
  }

  private static func check(_ matrix: [[Double]]) throws(MinimumVarianceError) {
    guard !matrix.isEmpty, matrix.allSatisfy({ $0.count == matrix.count }) else { throw .notSquare }
    for row in matrix.indices {
      for column in 0...row {
        let (here, there) = (matrix[row][column], matrix[column][row])
        guard here.isFinite, there.isFinite else { throw .notFinite(instrument: row) }
        guard abs(here - there) <= 1e-9 * max(abs(here), abs(there)) else { throw .notSymmetric(row, column) }
      }
    }
  }
}
