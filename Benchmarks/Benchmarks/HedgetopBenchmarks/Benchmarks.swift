import Benchmark

/// Everything that is measured, group by group.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock, .throughput], maxDuration: .seconds(3), maxIterations: 100_000)
  inboxBenchmarks()
  storeBenchmarks()
  betaBenchmarks()
  correlationBenchmarks()
  screenBenchmarks()
  replayBenchmarks()
  venueBenchmarks()
  journalBenchmarks()
}
