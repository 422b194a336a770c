/// Two series with gaps, looked at where both have a return, eight steps at a time.
struct CommonSteps {
  private let first: UnsafeBufferPointer<Double>
  private let second: UnsafeBufferPointer<Double>

  /// - Precondition: both of one length.
  init(_ first: UnsafeBufferPointer<Double>, _ second: UnsafeBufferPointer<Double>) {
    precondition(first.count == second.count)
    self.first = first
    self.second = second
  }

  /// Common steps, and the means over them.
  func means() -> (count: Int, x: Double, y: Double) {
    var (count, sumX, sumY) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
    for index in stride(from: 0, to: first.count, by: 8) {
      let (x, y, isCommon) = eight(from: index)
      count += SIMD8<Double>.zero.replacing(with: 1, where: isCommon)
      sumX += SIMD8<Double>.zero.replacing(with: x, where: isCommon)
      sumY += SIMD8<Double>.zero.replacing(with: y, where: isCommon)
    }
    let total = count.sum()
    return (Int(total), sumX.sum() / total, sumY.sum() / total)
  }

  /// Σ(x − a)², Σ(x − a)(y − b) and Σ(y − b)² over the common steps.
  func products(aboutX a: Double, aboutY b: Double) -> (xx: Double, xy: Double, yy: Double) {
    var (xx, xy, yy) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
    for index in stride(from: 0, to: first.count, by: 8) {
      let (x, y, isCommon) = eight(from: index)
      let dx = SIMD8<Double>.zero.replacing(with: x - a, where: isCommon)
      let dy = SIMD8<Double>.zero.replacing(with: y - b, where: isCommon)
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
    return (xx.sum(), xy.sum(), yy.sum())
  }

  /// Eight steps of both and which of them both have; past the end none is common.
  private func eight(from index: Int) -> (SIMD8<Double>, SIMD8<Double>, SIMDMask<SIMD8<Int64>>) {
    var (x, y) = (SIMD8<Double>(repeating: .nan), SIMD8<Double>(repeating: .nan))
    if index + 8 <= first.count, let left = first.baseAddress, let right = second.baseAddress {
      x = UnsafeRawPointer(left + index).loadUnaligned(as: SIMD8<Double>.self)
      y = UnsafeRawPointer(right + index).loadUnaligned(as: SIMD8<Double>.self)
    } else {
      for lane in 0..<first.count - index {
        x[lane] = first[index + lane]
        y[lane] = second[index + lane]
      }
    }
    // Only a number equals itself.
    return (x, y, (x .== x) .& (y .== y))
  }
}
