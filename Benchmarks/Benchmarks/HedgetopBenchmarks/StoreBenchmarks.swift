import Benchmark
import HedgeStore
import MarketData

/// A refresh from what the inbox held to the published snapshot, every price changed.
func storeBenchmarks() {
  for strategies in [1, 20] {
    Benchmark("Store: refresh and snapshot, 1,000 holdings + 1,000 legs in \(strategies)") { benchmark, book in
      let arrived = book.nextArrivals()
      benchmark.startMeasurement()
      book.refresh(arrived)
      benchmark.stopMeasurement()
    } setup: {
      RunningBook(LargeBook(strategies: strategies))
    }
  }

  Benchmark("Store: refresh and snapshot, sample portfolio") { benchmark, session in
    session.tick()
    let arrived = session.arrivals()
    benchmark.startMeasurement()
    session.refresh(arrived)
    benchmark.stopMeasurement()
  } setup: {
    try await SampleSession()
  }

  Benchmark("Store: preview of another hedge ratio, sample portfolio") { benchmark, session in
    session.preview()
  } setup: {
    try await SampleSession()
  }
}
