import Benchmark
import HedgeAnalytics

/// 1,000 assets over 90 days of hours: 2,160 returns.
private let (assetCount, barCount) = (1_000, 2_160)

/// Correlations of many assets; `compare-numpy` runs the first beside numpy.
func correlationBenchmarks() {
  Benchmark("Correlations: matrix of 1,000 assets x 2,160 bars") { benchmark, returns in
    blackHole(CorrelationComputation.compute(returns: returns.assets, seriesCount: assetCount, length: barCount))
  } setup: {
    OneFactorReturns(assets: assetCount, bars: barCount)
  }

  Benchmark("Correlations: order of 1,000 assets by clustering") { benchmark, matrix in
    blackHole(matrix.clusteredOrder())
  } setup: {
    let returns = OneFactorReturns(assets: assetCount, bars: barCount)
    return CorrelationComputation.compute(returns: returns.assets, seriesCount: assetCount, length: barCount)
  }

  Benchmark("Correlations: 30-day average of 50 assets over 365 days") { benchmark, returns in
    blackHole(AverageCorrelation.rolling(returns: returns.assets, seriesCount: 50, length: 365, window: 30))
  } setup: {
    OneFactorReturns(assets: 50, bars: 365)
  }
}
