/// Sums of a series' products with itself, with the Bartlett kernel of Newey and West (1987).
enum LongRunVariance {
  /// Σu² + 2·Σ_l (1 − l/(L + 1))·Σ u_t·u_{t−l} over l = 1…L, not below zero.
  static func total(_ series: [Double], lag: Int) -> Double {
    series.withUnsafeBufferPointer { total($0, lag: lag) }
  }

  static func total(_ series: UnsafeBufferPointer<Double>, lag: Int) -> Double {
    var total = product(series, apart: 0)
    for distance in stride(from: 1, through: min(lag, series.count - 1), by: 1) {
      let weight = 1 - Double(distance) / Double(lag + 1)
      total += 2 * weight * product(series, apart: distance)
    }
    return max(0, total)
  }

  /// Σ u_t·u_{t−l}, in eight lanes: the additions overlap, and rounding errors are smaller than in one long sum.
  private static func product(_ series: UnsafeBufferPointer<Double>, apart distance: Int) -> Double {
    guard let start = series.baseAddress else { return 0 }
    let count = series.count - distance
    let (late, early) = (UnsafeRawPointer(start + distance), UnsafeRawPointer(start))
    var lanes = SIMD8<Double>.zero
    let whole = count & ~7
    for index in stride(from: 0, to: whole, by: 8) {
      lanes +=
        late.loadUnaligned(fromByteOffset: index * 8, as: SIMD8<Double>.self)
        * early.loadUnaligned(fromByteOffset: index * 8, as: SIMD8<Double>.self)
    }
    var sum = lanes.sum()
    for index in whole..<count { sum += start[index + distance] * start[index] }
    return sum
  }
}
