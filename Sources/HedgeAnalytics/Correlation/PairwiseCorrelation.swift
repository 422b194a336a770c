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
    let steps = CommonSteps(first, second)
    let (count, meanX, meanY) = steps.means()
    let (sumXX, sumXY, sumYY) = steps.products(aboutX: meanX, aboutY: meanY)
    observations = count
    let moves = UnitPanels.moves(sumXX, count: count, mean: meanX) && UnitPanels.moves(sumYY, count: count, mean: meanY)
    value = moves ? max(-1, min(1, sumXY / (sumXX.squareRoot() * sumYY.squareRoot()))) : .nan
  }
}
