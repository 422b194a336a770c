import HedgeModel

/// The benchmark's moves up to one instant, remembered: most segments begin at the same one.
struct BenchmarkMoves {
  private let benchmark: AttributionBenchmark
  private var last: (start: MarketPoint?, move: Reading<Double>)?
  private var fresh: Bool?

  init(of benchmark: AttributionBenchmark) {
    self.benchmark = benchmark
  }

  mutating func move(from start: MarketPoint?, to end: MarketPoint) -> Reading<Double> {
    if let last, last.start === start { return last.move }
    let move = benchmark.move(from: start, to: end)
    last = (start, move)
    return move
  }

  mutating func isFresh(at point: MarketPoint) -> Bool {
    if let fresh { return fresh }
    let answer = benchmark.isFresh(at: point)
    fresh = answer
    return answer
  }
}
