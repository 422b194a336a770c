/// Least squares with intercept whose weights fade with age: λ^k, k = 0 for the newest pair.
public enum WeightedLeastSquares {
  /// The line through `pairs`, oldest first; nil with fewer than three of them or a benchmark that did not move.
  ///
  /// The slope is the de-meaned weighted covariance over variance; R² is about the weighted mean; errors are those of
  /// weights known in advance, σ² = Σw·e²/(n − 2).
  ///
  /// - Parameter decay: λ, in (0, 1].
  public static func fit(_ pairs: PairedReturns, decay: Double) -> Regression? {
    guard pairs.count >= 3 else { return nil }
    var weights = [Double](repeating: 1, count: pairs.count)
    for step in (0..<pairs.count - 1).reversed() { weights[step] = weights[step + 1] * decay }
    let total = weights.reduce(0, +)
    func mean(_ series: [Double]) -> Double { zip(weights, series).reduce(0) { $0 + $1.0 * $1.1 } / total }
    let (meanX, meanY) = (mean(pairs.benchmark), mean(pairs.asset))
    var (sumXX, sumXY, sumYY) = (0.0, 0.0, 0.0)
    for step in 0..<pairs.count {
      let (x, y) = (pairs.benchmark[step] - meanX, pairs.asset[step] - meanY)
      sumXX += weights[step] * x * x
      sumXY += weights[step] * x * y
      sumYY += weights[step] * y * y
    }
    let moments = CentredMoments(
      count: pairs.count, meanX: meanX, meanY: meanY, sumXX: sumXX, sumXY: sumXY, sumYY: sumYY)
    guard let line = moments.regression() else { return nil }
    let residuals = (0..<pairs.count).reduce(0) { sum, step in
      let residual = pairs.asset[step] - meanY - line.slope * (pairs.benchmark[step] - meanX)
      return sum + weights[step] * residual * residual
    }
    return moments.regression(squaredResiduals: residuals, weight: total)
  }
}
