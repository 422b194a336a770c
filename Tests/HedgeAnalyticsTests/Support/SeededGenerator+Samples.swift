import SeededRandom

extension SeededGenerator {
  mutating func uniform(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &self) }

  /// Roughly normal with mean 0 and deviation 1: twelve uniforms.
  mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + uniform(0...1) } }
}
