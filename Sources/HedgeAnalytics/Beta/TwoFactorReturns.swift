/// The steps at which the benchmark, a second factor and the asset have a return.
public struct TwoFactorReturns: Hashable, Sendable {
  /// Returns of the benchmark.
  public let first: [Double]
  /// Returns of the second factor at the same steps.
  public let second: [Double]
  /// Returns of the asset at the same steps.
  public let asset: [Double]

  /// Pairs three windows of equal length, dropping steps where any is NaN.
  public init(first: [Double], second: [Double], asset: [Double]) {
    let kept = first.indices.prefix(min(second.count, asset.count)).filter {
      !(first[$0].isNaN || second[$0].isNaN || asset[$0].isNaN)
    }
    self.first = kept.map { first[$0] }
    self.second = kept.map { second[$0] }
    self.asset = kept.map { asset[$0] }
  }

  /// Observations.
  public var count: Int { first.count }
}
