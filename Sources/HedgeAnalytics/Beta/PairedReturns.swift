/// The steps at which both the benchmark and the asset have a return: what an estimator may use.
public struct PairedReturns: Hashable, Sendable {
  /// Returns of the benchmark.
  public let benchmark: [Double]
  /// Returns of the asset at the same steps.
  public let asset: [Double]

  /// Pairs two windows of equal length, dropping steps where either is NaN.
  public init(benchmark: [Double], asset: [Double]) {
    var kept: (x: [Double], y: [Double]) = ([], [])
    kept.x.reserveCapacity(benchmark.count)
    kept.y.reserveCapacity(benchmark.count)
    for (x, y) in zip(benchmark, asset) where !x.isNaN && !y.isNaN {
      kept.x.append(x)
      kept.y.append(y)
    }
    self.benchmark = kept.x
    self.asset = kept.y
  }

  /// Observations.
  public var count: Int { benchmark.count }
}
