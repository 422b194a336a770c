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
  /// - Precondition: `returns.count == assetCount * benchmark.count`.
  public static func compute(
    returns: [Double], assetCount: Int, benchmark: [Double], minimumObservations: Int = 10
  ) -> BetaTable {
    precondition(returns.count == assetCount * benchmark.count)
    var table = BetaTable(count: assetCount)
    let length = benchmark.count
    let centred = CentredBenchmark(benchmark)
    returns.withUnsafeBufferPointer { matrix in
      for asset in 0..<assetCount {
        let row = UnsafeBufferPointer(rebasing: matrix[asset * length..<(asset + 1) * length])
        if let moments = centred?.moments(with: row) {
          table.fill(asset, moments.count, minimumObservations) { moments.regression() }
        } else {
          let pairs = PairedReturns(benchmark: benchmark, asset: Array(row))
          table.fill(asset, pairs.count, minimumObservations) { OrdinaryLeastSquares.fit(pairs) }
        }
      }
    }
    return table
  }
}

extension BetaTable {
  fileprivate mutating func fill(_ asset: Int, _ count: Int, _ minimum: Int, _ fit: () -> Regression?) {
    observations[asset] = count
    if count >= max(minimum, 3), let line = fit() { set(line, at: asset) }
  }
}

/// A benchmark without gaps, its mean taken off once for all assets.
private struct CentredBenchmark {
  private let mean: Double
  private let deviations: [Double]
  private let sumOfSquares: Double
  private let sumOfDeviations: Double

  /// Nil when the benchmark has a gap or no returns.
  init?(_ benchmark: [Double]) {
    let mean = benchmark.reduce(0, +) / Double(benchmark.count)
    guard mean.isFinite else { return nil }
    self.mean = mean
    deviations = benchmark.map { $0 - mean }
    sumOfSquares = deviations.reduce(0) { $0 + $1 * $1 }
    sumOfDeviations = deviations.reduce(0, +)
  }

  /// Moments with `row`; nil when it has a gap.
  ///
  /// The sums are kept in eight lanes each: independent additions the processor can overlap, and smaller rounding
  /// errors than one long sum.
  func moments(with row: UnsafeBufferPointer<Double>) -> CentredMoments? {
    var (sum, cross, square) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
    let whole = row.count & ~7
    // The first return is a good enough origin to keep the squares from losing digits.
    let origin = row[0]
    let shift = SIMD8<Double>(repeating: origin)
    deviations.withUnsafeBufferPointer { deviations in
      let (left, right) = (UnsafeRawPointer(deviations.baseAddress), UnsafeRawPointer(row.baseAddress))
      guard let left, let right else { return }
      for index in stride(from: 0, to: whole, by: 8) {
        let x = left.loadUnaligned(fromByteOffset: index * 8, as: SIMD8<Double>.self)
        let y = right.loadUnaligned(fromByteOffset: index * 8, as: SIMD8<Double>.self) - shift
        sum += y
        cross += x * y
        square += y * y
      }
    }
    var (total, product, squares) = (sum.sum(), cross.sum(), square.sum())
    for index in whole..<row.count {
      let y = row[index] - origin
      total += y
      product += deviations[index] * y
      squares += y * y
    }
    guard !total.isNaN else { return nil }
    let offset = total / Double(row.count)
    return CentredMoments(
      count: row.count, meanX: mean, meanY: origin + offset, sumXX: sumOfSquares,
      sumXY: product - offset * sumOfDeviations, sumYY: squares - total * offset)
  }
}
