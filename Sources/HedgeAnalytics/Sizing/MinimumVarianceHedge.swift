/// Hedge ratios that leave the least variance.
public enum MinimumVarianceHedge {
  /// One instrument: h* = ρ·σ_S/σ_F, units of hedge short per unit held.
  public static func ratio(correlation: Double, spotVolatility: Double, futureVolatility: Double) -> Double {
    correlation * spotVolatility / futureVolatility
  }

  /// Share of the variance the best single hedge removes: ρ².
  public static func effectiveness(correlation: Double) -> Double { correlation * correlation }

  /// Share of the variance a hedge removed: 1 − Var(hedged)/Var(unhedged).
  public static func effectiveness(hedgedVariance: Double, unhedgedVariance: Double) -> Double {
    1 - hedgedVariance / unhedgedVariance
  }

  /// Several instruments: n = Σ_FF⁻¹·Σ_FS, units short of each per unit held.
  ///
  /// Solved by elimination with pivoting; nil when the matrix is singular or not square.
  ///
  /// - Parameters:
  ///   - covariance: Σ_FF of the instruments, row by row.
  ///   - withSpot: Σ_FS of each instrument with the book.
  public static func ratios(covariance: [[Double]], withSpot: [Double]) -> [Double]? {
    let count = withSpot.count
    guard count > 0, covariance.count == count, covariance.allSatisfy({ $0.count == count }) else { return nil }
    var rows = zip(covariance, withSpot).map { $0 + [$1] }
    let scale = covariance.joined().map(abs).max() ?? 0
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      guard abs(rows[column][column]) > 1e-14 * scale else { return nil }
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        for entry in column...count { rows[row][entry] -= factor * rows[column][entry] }
      }
    }
    return rows.indices.map { rows[$0][count] / rows[$0][$0] }
  }
}
