import HedgeModel

/// Volatility a year from returns of one bar length: daily × √365, hourly × √8760.
public enum RealisedVolatility {
  /// Sample deviation (n − 1) a year; nil with fewer than two returns. NaN returns are left out.
  public static func annualised(_ returns: [Double], _ interval: BetaPolicy.BarInterval) -> Double? {
    deviation(returns).map { $0 * interval.barsPerYear.squareRoot() }
  }

  /// Sample deviation a year as a reading; unknown with fewer returns than the policy asks for.
  ///
  /// - Parameter name: the asset, for the reason.
  public static func reading(
    _ returns: [Double], of name: Asset, _ policy: BetaPolicy, _ provenance: Provenance
  ) -> Reading<Double> {
    let count = returns.count { !$0.isNaN }
    guard count >= policy.minimumObservations, let value = annualised(returns, policy.interval) else {
      let words = "\(count) of at least \(policy.minimumObservations) returns for the volatility of \(name)"
      return .unknown(UnknownReason(.tooFewObservations, words))
    }
    return .known(value, provenance)
  }

  /// √(mean of the squared returns) a year, without subtracting the mean; nil without returns.
  public static func annualisedAboutZero(_ returns: [Double], _ interval: BetaPolicy.BarInterval) -> Double? {
    let known = returns.filter { !$0.isNaN }
    guard !known.isEmpty else { return nil }
    let square = known.reduce(0) { $0 + $1 * $1 } / Double(known.count)
    return (square * interval.barsPerYear).squareRoot()
  }

  /// Sample deviation (n − 1) of a bar; nil with fewer than two returns. NaN returns are left out.
  public static func deviation(_ returns: [Double]) -> Double? {
    let known = returns.filter { !$0.isNaN }
    guard known.count > 1 else { return nil }
    let mean = known.reduce(0, +) / Double(known.count)
    let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(known.count - 1)).squareRoot()
  }
}
