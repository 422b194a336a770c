/// Ordinary least squares with intercept.
public enum OrdinaryLeastSquares {
  /// The line through `pairs`; nil with fewer than three of them or a benchmark that did not move.
  public static func fit(_ pairs: PairedReturns) -> Regression? {
    guard pairs.count >= 3 else { return nil }
    let moments = moments(of: pairs)
    guard let line = moments.regression() else { return nil }
    let residuals = residuals(of: pairs, line)
    return moments.regression(squaredResiduals: residuals.reduce(0) { $0 + $1 * $1 })
  }

  /// What the line leaves: y − α − β·x.
  public static func residuals(of pairs: PairedReturns, _ line: Regression) -> [Double] {
    zip(pairs.benchmark, pairs.asset).map { $1 - line.intercept - line.slope * $0 }
  }

  private static func moments(of pairs: PairedReturns) -> CentredMoments {
    let count = Double(pairs.count)
    let meanX = pairs.benchmark.reduce(0, +) / count
    let meanY = pairs.asset.reduce(0, +) / count
    var (sumXX, sumXY, sumYY) = (0.0, 0.0, 0.0)
    for (x, y) in zip(pairs.benchmark, pairs.asset) {
      let (dx, dy) = (x - meanX, y - meanY)
      sumXX += dx * dx
      sumXY += dx * dy
      sumYY += dy * dy
    }
    return CentredMoments(
      count: pairs.count, meanX: meanX, meanY: meanY, sumXX: sumXX, sumXY: sumXY, sumYY: sumYY)
  }
}
