import Benchmark
import MarketData

/// Reading a recording: 200 coins, 90 days of hours, 432,000 prices.
func replayBenchmarks() {
  Benchmark("Replay: read a CSV of 2,160 rows x 200 columns") { benchmark, bytes in
    do {
      blackHole(try PriceTable(bytes: bytes, file: "prices.csv"))
    } catch {
      benchmark.error("\(error)")
    }
  } setup: {
    RecordedTable.bytes(rows: 2_160, columns: 200)
  }
}
