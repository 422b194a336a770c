import HedgeModel

extension RollingBetas {
  /// The window's returns of one asset, oldest first, as many as the lookback; NaN where there is none.
  ///
  /// Those of several assets, one after another, are what ``CorrelationComputation`` and ``MarketRegime`` take.
  public func returns(of asset: Asset) -> [Double] {
    columns[asset].map { window.returns(of: $0) } ?? [Double](repeating: .nan, count: window.capacity)
  }

  /// The window's returns of the benchmark, as ``returns(of:)``.
  public var benchmarkReturns: [Double] { window.benchmarkReturns }

  /// Whether one line has held for an asset over the window.
  ///
  /// Unknown with too few observations, or when the line fits without error.
  public func stability(
    of asset: Asset, level: CusumTest.Level = .five, source: String = "history"
  ) -> Reading<CusumTest> {
    let pairs = PairedReturns(benchmark: benchmarkReturns, asset: returns(of: asset))
    let minimum = max(policy.minimumObservations, 5)
    guard let lastClose, pairs.count >= minimum else {
      return .unknown(BetaEstimator.tooFew(pairs.count, minimum, asset))
    }
    guard let test = CusumTest(pairs, level: level) else {
      return .unknown(UnknownReason(.undefined, "the line of \(asset) leaves nothing to test"))
    }
    return .known(test, Provenance(asOf: lastClose, source: source))
  }
}
