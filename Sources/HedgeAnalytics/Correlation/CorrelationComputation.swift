import CHedgeKernels

/// Correlates all series of a matrix of returns at once.
public enum CorrelationComputation {
  /// The correlations of `seriesCount` series.
  ///
  /// Series without gaps are scaled to unit length and multiplied block by block with the widest vectors the processor
  /// has; a pair with a gap in either is computed by itself, over the steps both have.
  ///
  /// - Parameters:
  ///   - returns: series after series, each `length` long, oldest first; NaN where there is none.
  ///   - minimumObservations: pairs with fewer common steps are NaN; at least 2.
  /// - Precondition: `returns.count == seriesCount * length`.
  public static func compute(
    returns: [Double], seriesCount: Int, length: Int, minimumObservations: Int = 10
  ) -> CorrelationMatrix {
    precondition(returns.count == seriesCount * length)
    let panels = UnitPanels(returns, count: seriesCount, length: length)
    var matrix = CorrelationMatrix(
      count: seriesCount, length: length, width: panels.rows,
      values: panels.products(chk_best_instructions()), pairCounts: [])
    for series in 0..<seriesCount { matrix.values[series * matrix.width + series] = 1 }
    if length < max(minimumObservations, 2) {
      for series in 0..<seriesCount { matrix.makeUnknown(series) }
    }
    for series in panels.still { matrix.makeUnknown(series) }
    if !panels.gapped.isEmpty { matrix.fillGaps(panels.gapped, returns, max(minimumObservations, 2)) }
    return matrix
  }
}

extension CorrelationMatrix {
  /// A series that did not move has no correlation, not even with itself.
  fileprivate mutating func makeUnknown(_ series: Int) {
    for other in 0..<count { values[min(series, other) * width + max(series, other)] = .nan }
  }

  fileprivate mutating func fillGaps(_ gapped: [Int], _ returns: [Double], _ minimum: Int) {
    pairCounts = [Int32](repeating: Int32(length), count: count * count)
    returns.withUnsafeBufferPointer { returns in
      func series(_ index: Int) -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(rebasing: returns[index * length..<(index + 1) * length])
      }
      for first in gapped {
        for second in 0..<count {
          let pair = PairwiseCorrelation(series(first), series(second))
          let (row, column) = (min(first, second), max(first, second))
          pairCounts[row * count + column] = Int32(pair.observations)
          values[row * width + column] = pair.observations >= minimum ? pair.value : .nan
        }
      }
    }
  }
}
