/// Fits all assets of a matrix of returns at once.
public enum BetaTableComputation {
  /// The betas of `assetCount` assets.
  ///
  /// An asset with all its returns takes one pass over contiguous memory; one with gaps (NaN) is fitted by itself.
  ///
  /// - Parameters:
  ///   - returns: asset after asset, each `benchmark.count` returns long, oldest first; NaN where there is none.
  ///   - benchmark: the benchmark's returns; NaN where there is none.
  ///   - minimumObservations: with fewer the asset's figures are NaN.
  ///   - includingNeweyWest: also the Newey–West errors, at the default lag of each asset's observations.
  /// - Precondition: `returns.count == assetCount * benchmark.count`.
  public static func compute(
    returns: [Double], assetCount: Int, benchmark: [Double], minimumObservations: Int = 10,
    includingNeweyWest: Bool = false
  ) -> BetaTable {
    precondition(returns.count == assetCount * benchmark.count)
    var table = BetaTable(count: assetCount)
    let length = benchmark.count
    let centred = CentredBenchmark(benchmark)
    var scratch = [Double](repeating: 0, count: includingNeweyWest ? length : 0)
    returns.withUnsafeBufferPointer { matrix in
      for asset in 0..<assetCount {
        let row = UnsafeBufferPointer(rebasing: matrix[asset * length..<(asset + 1) * length])
        if let centred, let moments = centred.moments(with: row) {
          let line = table.fill(asset, moments.count, minimumObservations) { moments.regression() }
          guard includingNeweyWest, let line else { continue }
          table.neweyWestErrors[asset] = centred.neweyWestError(row, line, moments, &scratch)
        } else {
          let pairs = PairedReturns(benchmark: benchmark, asset: Array(row))
          let line = table.fill(asset, pairs.count, minimumObservations) { OrdinaryLeastSquares.fit(pairs) }
          guard includingNeweyWest, let line else { continue }
          table.neweyWestErrors[asset] = RobustErrors.neweyWestSlope(pairs, line)
        }
      }
    }
    return table
  }
}

extension BetaTable {
  fileprivate mutating func fill(
    _ asset: Int, _ count: Int, _ minimum: Int, _ fit: () -> Regression?
  ) -> Regression? {
    observations[asset] = count
    guard count >= max(minimum, 3), let line = fit() else { return nil }
    set(line, at: asset)
    return line
  }
}
