/// Pearson correlations of many series with each other, pairwise complete: each pair over the steps where both have a
/// return.
///
/// Without gaps that is one common window for all. With gaps a pair keeps all it has, and the matrix need not be
/// positive semi-definite; it is shown and averaged, not inverted.
public struct CorrelationMatrix: Sendable {
  /// Series.
  public let count: Int
  /// Steps of the window.
  public let length: Int
  /// The triangle of row ≤ column, in rows of `width`; what lies below is not filled.
  let width: Int
  var values: [Double]
  /// Steps of each pair, in rows of `count`; empty when no series has a gap.
  var pairCounts: [Int32]

  /// The correlation of two series; NaN with too few common steps or when one did not move. 1 with itself.
  public subscript(row: Int, column: Int) -> Double {
    let value = values[min(row, column) * width + max(row, column)]
    // Rounding may carry a product of unit vectors past one.
    return value > 1 ? 1 : value < -1 ? -1 : value
  }

  /// Steps at which both series have a return.
  public func observations(_ row: Int, _ column: Int) -> Int {
    pairCounts.isEmpty ? length : Int(pairCounts[min(row, column) * count + max(row, column)])
  }

  /// The confidence interval of a pair's correlation; nil where it is NaN or rests on fewer than four steps.
  public func interval(_ row: Int, _ column: Int, level: CorrelationInterval.Level = .ninetyFive)
    -> CorrelationInterval?
  {
    CorrelationInterval(self[row, column], observations: observations(row, column), level: level)
  }

  /// Mean of all known correlations of two different series; nil when there is none.
  public var averagePairwise: Double? {
    var (sum, pairs) = (0.0, 0)
    for row in 0..<count {
      for column in (row + 1)..<max(count, row + 1) {
        let value = self[row, column]
        if value.isNaN { continue }
        sum += value
        pairs += 1
      }
    }
    return pairs > 0 ? sum / Double(pairs) : nil
  }
}
