/// What each return differed by from the line fitted to those before it.
///
/// w_t = (y_t − α − β·x_t)/√(1 + 1/(t−1) + (x_t − x̄)²/Σ(x − x̄)²) with α, β, x̄ and the sum from the pairs before t:
/// under one line and noise of one size they are independent and of that size. Their squares sum to the residuals'.
///
/// Source: Brown, Durbin and Evans (1975).
public struct RecursiveResiduals: Hashable, Sendable {
  /// Pairs the first line was fitted to: two, or more where the first ones have the same benchmark return.
  public let skipped: Int
  /// w, one for each later pair.
  public let values: [Double]

  /// The residuals of `pairs`, oldest first; nil when fewer than three are left after those the first line takes.
  public init?(_ pairs: PairedReturns) {
    var (count, meanX, meanY, sumXX, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var values: [Double] = []
    for (x, y) in zip(pairs.benchmark, pairs.asset) {
      let (dx, dy) = (x - meanX, y - meanY)
      if sumXX > 0 {
        values.append((dy - sumXY / sumXX * dx) / (1 + 1 / count + dx * dx / sumXX).squareRoot())
      }
      count += 1
      meanX += dx / count
      meanY += dy / count
      sumXX += dx * (x - meanX)
      sumXY += dx * (y - meanY)
    }
    guard values.count >= 3 else { return nil }
    self.values = values
    skipped = pairs.count - values.count
  }
}
