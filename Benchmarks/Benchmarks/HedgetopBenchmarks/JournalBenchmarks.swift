import Benchmark
import HedgeModel
import Journal

/// What keeping a hedge costs: on the way of a decision, on disk, and when a chart asks for the past.
func journalBenchmarks() {
  Benchmark("Journal: decision committed (fsync), history written beside") { benchmark, kept in
    kept.keepSecond()
    benchmark.startMeasurement()
    try kept.decide()
    benchmark.stopMeasurement()
  } setup: {
    try KeptBook(history: 0)
  }

  Benchmark("Journal: second of history handed over and written, sample portfolio") { _, kept in
    kept.keepSecond()
    kept.journal.settle()
  } setup: {
    try KeptBook(history: 0)
  }

  for days in [1, 7, 30, 90] {
    Benchmark("Journal: chart of \(days) days, 4 figures, 500 points") { _, kept in
      blackHole(try kept.chart(of: .days(Double(days))))
    } setup: {
      try KeptBook(history: 90)
    }
  }

  let bytes = BenchmarkMetric.custom("Journal bytes a day", polarity: .prefersSmaller, useScalingFactor: false)
  Benchmark(
    "Journal: size of a day at 1 Hz, one strategy",
    configuration: .init(metrics: [bytes], maxDuration: .seconds(60), maxIterations: 1)
  ) { benchmark in
    let kept = try KeptBook(history: 0)
    let before = kept.bytes
    kept.keepSeconds(86_400)
    benchmark.measurement(bytes, kept.bytes - before)
  }
}
