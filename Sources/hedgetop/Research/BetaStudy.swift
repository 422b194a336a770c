import HedgeAnalytics
import HedgeModel
import MarketData

/// Betas of every column of a price file over one window.
struct BetaStudy {
  /// An asset's beta.
  struct Row {
    let asset: String
    /// Returns the estimate rests on, or would.
    let observations: Int
    let estimate: Reading<BetaEstimate>
  }

  /// The last bar of the window as the file names it.
  let end: String
  let benchmark: Benchmark
  /// Length of the window, in bars.
  let lookback: Int
  let rows: [Row]

  /// Fewest returns an estimate may rest on.
  static let minimumObservations = 10

  /// Estimates the betas over the `lookback` bars up to and with row `last`.
  ///
  /// - Throws: ``ProgramFailure`` when the file lacks a part of the benchmark.
  init(
    _ table: PriceTable, benchmark: Benchmark, lookback: Int, last: Int, returns: BetaPolicy.Returns
  ) throws {
    let window = max(0, last - lookback)...last
    var parts: [Asset: [Double]] = [:]
    for component in benchmark.components {
      parts[component.asset] = Array(try table.column(component.asset.symbol, option: "--benchmark")[window])
    }
    let market = CompositeBenchmark.values(of: benchmark, prices: parts, returns)
    end = table.name(ofRow: last)
    self.benchmark = benchmark
    self.lookback = lookback
    rows = zip(table.names, table.columns).filter { $0.0 != benchmark.singleAsset?.symbol }.map { name, prices in
      let series = ReturnSeries.values(of: Array(prices[window]), returns)
      return Row(
        asset: name, observations: PairedReturns(benchmark: market, asset: series).count,
        estimate: BetaEstimator.estimate(
          asset: series, benchmark: market, minimumObservations: Self.minimumObservations, name: Asset(name)))
    }
  }
}
