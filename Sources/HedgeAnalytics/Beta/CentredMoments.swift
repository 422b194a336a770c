/// First and second moments of a sample of pairs about their means.
struct CentredMoments {
  let count: Int
  let meanX: Double
  let meanY: Double
  /// Σ(x − x̄)².
  let sumXX: Double
  /// Σ(x − x̄)(y − ȳ).
  let sumXY: Double
  /// Σ(y − ȳ)².
  let sumYY: Double

  /// True when the benchmark moved by more than the rounding of its own mean.
  var hasSpread: Bool {
    let rounding = 1e-13 * meanX
    return count >= 3 && sumXX > 0 && sumXX > Double(count) * rounding * rounding
  }

  /// The line through them; nil with fewer than three pairs or a benchmark that did not move.
  ///
  /// - Parameters:
  ///   - squaredResiduals: Σ of the squared residuals where they were summed up one by one.
  ///   - weight: sum of the pairs' weights; by default each weighs one.
  func regression(squaredResiduals: Double? = nil, weight: Double? = nil) -> Regression? {
    guard hasSpread else { return nil }
    let slope = sumXY / sumXX
    let residuals = max(0, squaredResiduals ?? sumYY - slope * sumXY)
    let variance = residuals / Double(count - 2)
    return Regression(
      slope: slope, intercept: meanY - slope * meanX, slopeError: (variance / sumXX).squareRoot(),
      interceptError: (variance * (1 / (weight ?? Double(count)) + meanX * meanX / sumXX)).squareRoot(),
      rSquared: sumYY > 0 ? 1 - residuals / sumYY : 0,
      correlation: sumYY > 0 ? sumXY / (sumXX.squareRoot() * sumYY.squareRoot()) : 0,
      residualDeviation: variance.squareRoot(), observations: count)
  }
}
