import ArgumentParser
import FoundationEssentials
import HedgeModel

extension Benchmark {
  /// Reads `BTC`, or weights that add up to one: `BTC:0.5,ETH:0.5`.
  ///
  /// - Throws: `ValidationError` that says what is wrong.
  static func parse(_ text: String) throws -> Benchmark {
    if !text.contains(where: { ":,".contains($0) }) { return Benchmark(try SpecificationText.asset(text)) }
    let weights = try SpecificationText.numbers(text, "weight")
    let sum = weights.reduce(Decimal(0)) { $0 + $1.value }
    guard sum == 1 else { throw ValidationError("the weights add up to \(sum), expected 1") }
    let components = weights.map { Benchmark.Component(asset: $0.asset, weight: $0.value.inexact) }
    guard let benchmark = Benchmark(components: components) else {
      throw ValidationError("found “\(text)”, expected a benchmark such as BTC or BTC:0.5,ETH:0.5")
    }
    return benchmark
  }
}
