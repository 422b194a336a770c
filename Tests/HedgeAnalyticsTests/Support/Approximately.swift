import HedgeModel
import Testing

/// Equal to a relative tolerance, with the same measure absolute below one in size.
func isClose(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
  abs(value - expected) <= tolerance * max(abs(expected), 1e-300) || abs(value - expected) <= tolerance * 1e-3
}

/// Equal as far as a figure printed with `digits` decimals tells.
func isPrinted(_ value: Double, _ expected: Double, digits: Int) -> Bool {
  var unit = 1.0
  for _ in 0..<digits { unit /= 10 }
  return abs(value - expected) <= 0.5000001 * unit
}

extension Reading where Value == Double {
  /// True when known and close to `expected`.
  func isClose(to expected: Double, _ tolerance: Double = 1e-9) -> Bool {
    value.map { HedgeAnalyticsTests.isClose($0, expected, tolerance) } ?? false
  }
}
