/// The mean correlation of two different series of a set: how much they move as one.
public enum AverageCorrelation {
  /// The mean over all pairs at each step, over the window of `window` steps that ends there; NaN before the first full
  /// window, and where no pair has a correlation.
  ///
  /// It is what ``CorrelationMatrix/averagePairwise`` says of that window: pairwise complete.
  ///
  /// - Parameters:
  ///   - returns: series after series, each `length` long, oldest first; NaN where there is none.
  ///   - minimumObservations: pairs with fewer common steps in a window are left out.
  /// - Precondition: `returns.count == seriesCount * length`.
  public static func rolling(
    returns: [Double], seriesCount: Int, length: Int, window: Int, minimumObservations: Int = 10
  ) -> [Double] {
    precondition(returns.count == seriesCount * length)
    return (0..<length).map { step in
      guard window > 0, step + 1 >= window else { return .nan }
      let last = step + 1 - window..<step + 1
      let rows = (0..<seriesCount).map { returns[$0 * length + last.lowerBound..<$0 * length + last.upperBound] }
      return average(rows.filter { !$0.allSatisfy(\.isNaN) }, window, minimumObservations)
    }
  }

  private static func average(_ rows: [ArraySlice<Double>], _ window: Int, _ minimum: Int) -> Double {
    if window >= max(minimum, 2), let average = withoutGaps(rows, window) { return average }
    return CorrelationComputation.compute(
      returns: rows.flatMap { $0 }, seriesCount: rows.count, length: window, minimumObservations: minimum
    ).averagePairwise ?? .nan
  }

  /// Series of unit length about their means sum to one of squared length k + Σ ρ over both orders of each pair, so the
  /// mean needs no pair at all; nil where a series has a gap or did not move.
  private static func withoutGaps(_ rows: [ArraySlice<Double>], _ window: Int) -> Double? {
    guard rows.count > 1 else { return nil }
    var sums = [Double](repeating: 0, count: window)
    for row in rows {
      let mean = row.reduce(0, +) / Double(window)
      let squares = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      guard UnitPanels.moves(squares, count: window, mean: mean) else { return nil }
      let scale = 1 / squares.squareRoot()
      for (index, value) in row.enumerated() { sums[index] += (value - mean) * scale }
    }
    let count = Double(rows.count)
    return (sums.reduce(0) { $0 + $1 * $1 } - count) / (count * (count - 1))
  }
}
