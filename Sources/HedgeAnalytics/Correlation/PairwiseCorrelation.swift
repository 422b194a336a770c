/// Pearson correlation of two series over the steps where both have a return.
public struct PairwiseCorrelation: Hashable, Sendable {
  /// The correlation; NaN when either did not move.
  public let value: Double
  /// Common steps.
  public let observations: Int

  /// Of two windows of equal length, NaN where there is no return.
  public init(_ first: [Double], _ second: [Double]) {
    self = first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { PairwiseCorrelation(first, $0) }
    }
  }

  init(_ first: UnsafeBufferPointer<Double>, _ second: UnsafeBufferPointer<Double>) {
    var (count, sumX, sumY) = (0, 0.0, 0.0)
    for (x, y) in zip(first, second) where !x.isNaN && !y.isNaN {
      count += 1
      sumX += x
      sumY += y
    }
    let (meanX, meanY) = (sumX / Double(count), sumY / Double(count))
    var (sumXX, sumXY, sumYY) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) where !x.isNaN && !y.isNaN {
      let (dx, dy) = (x - meanX, y - meanY)
      sumXX += dx * dx
      sumXY += dx * dy
      sumYY += dy * dy
    }
    observations = count
    let moves = UnitPanels.moves(sumXX, count: count, mean: meanX) && UnitPanels.moves(sumYY, count: count, mean: meanY)
    value = moves ? max(-1, min(1, sumXY / (sumXX.squareRoot() * sumYY.squareRoot()))) : .nan
  }
}
