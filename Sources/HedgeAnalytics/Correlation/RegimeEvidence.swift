/// The numbers a market regime is told by.
public struct RegimeEvidence: Hashable, Sendable {
  /// Average pairwise correlation now.
  public let average: Double
  /// Share of its own history below it, ties counted half, 0…1; nil with too little history.
  public let percentile: Double?
  /// Median of its history; nil with too little history.
  public let median: Double?
  /// Values in that history.
  public let history: Int
  /// Recent volatility of the benchmark over its usual one; nil when unknown.
  public let volatilityRatio: Double?

  /// Evidence from an average and what it was before.
  ///
  /// - Parameters:
  ///   - history: earlier averages, NaN left out.
  ///   - minimumHistory: with fewer of them there is no percentile.
  public init(average: Double, history: [Double], volatilityRatio: Double?, minimumHistory: Int) {
    let known = history.filter { !$0.isNaN }.sorted()
    self.average = average
    self.history = known.count
    self.volatilityRatio = volatilityRatio
    guard known.count >= max(minimumHistory, 1) else {
      percentile = nil
      median = nil
      return
    }
    let (below, equal) = (known.count { $0 < average }, known.count { $0 == average })
    percentile = (Double(below) + Double(equal) / 2) / Double(known.count)
    median = (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
  }
}
