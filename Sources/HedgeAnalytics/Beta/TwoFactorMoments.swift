/// First and second moments of a sample of three about their means: benchmark x, second factor z, asset y.
struct TwoFactorMoments {
  var count: Int
  var meanX: Double
  var meanZ: Double
  var meanY: Double
  /// Σ(x − x̄)², and so on.
  var sumXX: Double
  var sumXZ: Double
  var sumZZ: Double
  var sumXY: Double
  var sumZY: Double
  var sumYY: Double

  /// xx·zz − xz²; nil with fewer than four steps, a factor that did not move, or two factors that are one.
  var determinant: Double? {
    let line = CentredMoments(count: count, meanX: meanX, meanY: 0, sumXX: sumXX, sumXY: 0, sumYY: 0)
    let determinant = sumXX * sumZZ - sumXZ * sumXZ
    guard count >= 4, line.hasSpread, sumZZ > 0, determinant > 1e-10 * sumXX * sumZZ else { return nil }
    return determinant
  }

  /// The betas; nil as ``determinant``.
  var betas: (first: Double, second: Double)? {
    determinant.map { ((sumZZ * sumXY - sumXZ * sumZY) / $0, (sumXX * sumZY - sumXZ * sumXY) / $0) }
  }

  /// The regression; nil as ``determinant``.
  ///
  /// - Parameters:
  ///   - squaredResiduals: Σ of the squared residuals where they were summed up one by one.
  ///   - errors: the Newey–West errors where they were computed.
  func regression(squaredResiduals: Double? = nil, _ errors: TwoFactorErrors? = nil) -> TwoFactorRegression? {
    guard let determinant, let betas else { return nil }
    let residuals = max(0, squaredResiduals ?? sumYY - betas.first * sumXY - betas.second * sumZY)
    let variance = residuals / Double(count - 3)
    let rSquared = sumYY > 0 ? 1 - residuals / sumYY : 0
    let implied = sumXY / sumXX
    return TwoFactorRegression(
      intercept: meanY - betas.first * meanX - betas.second * meanZ,
      first: .init(
        beta: betas.first, standardError: (variance * sumZZ / determinant).squareRoot(), neweyWestError: errors?.first),
      second: .init(
        beta: betas.second, standardError: (variance * sumXX / determinant).squareRoot(),
        neweyWestError: errors?.second),
      errorCovariance: -variance * sumXZ / determinant, rSquared: rSquared,
      residualDeviation: variance.squareRoot(), passThrough: sumXZ / sumXX, observations: count,
      implied: BetaEstimate(
        source: .twoFactor, beta: implied, alpha: meanY - implied * meanX,
        standardError: (variance / sumXX).squareRoot(), neweyWestError: errors?.implied, rSquared: rSquared,
        correlation: sumYY > 0 ? sumXY / (sumXX.squareRoot() * sumYY.squareRoot()) : 0, observations: count))
  }
}

extension TwoFactorMoments {
  /// The moments of a sample.
  init(_ returns: TwoFactorReturns) {
    let count = Double(returns.count)
    let means = [returns.first, returns.second, returns.asset].map { $0.reduce(0, +) / count }
    self.init(
      count: returns.count, meanX: means[0], meanZ: means[1], meanY: means[2], sumXX: 0, sumXZ: 0, sumZZ: 0, sumXY: 0,
      sumZY: 0, sumYY: 0)
    for step in returns.first.indices {
      let (x, z, y) = (returns.first[step] - meanX, returns.second[step] - meanZ, returns.asset[step] - meanY)
      sumXX += x * x
      sumXZ += x * z
      sumZZ += z * z
      sumXY += x * y
      sumZY += z * y
      sumYY += y * y
    }
  }
}
