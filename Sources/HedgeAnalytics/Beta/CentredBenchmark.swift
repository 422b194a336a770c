/// A benchmark without gaps, its mean taken off once for all assets.
struct CentredBenchmark {
  let mean: Double
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

  /// Newey–West error of the slope of `line` at the default lag, for a row without a gap.
  ///
  /// - Parameter scratch: room for as many numbers as there are returns.
  func neweyWestError(
    _ row: UnsafeBufferPointer<Double>, _ line: Regression, _ moments: CentredMoments, _ scratch: inout [Double]
  ) -> Double {
    scratch.withUnsafeMutableBufferPointer { influence in
      deviations.withUnsafeBufferPointer { deviations in
        for index in row.indices {
          let x = deviations[index]
          influence[index] = x * (row[index] - moments.meanY - line.slope * x)
        }
      }
    }
    let lag = RobustErrors.defaultLag(observations: row.count)
    return LongRunVariance.total(scratch, lag: lag).squareRoot() / sumOfSquares
  }
}
