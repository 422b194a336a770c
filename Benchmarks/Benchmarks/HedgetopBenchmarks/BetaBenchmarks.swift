import Benchmark
import HedgeAnalytics
import HedgeModel

/// 1,000 assets over 90 days of hours: 2,160 returns.
private let (assetCount, barCount) = (1_000, 2_160)
private let everyMethod = BetaMethod.Name.allCases.map {
  $0 == .twoFactor ? BetaMethod.twoFactor(second: "A1") : BetaMethod($0)
}

/// Betas of many assets; `compare-numpy` runs the tables beside numpy.
func betaBenchmarks() {
  Benchmark("Betas: table of 1,000 assets x 2,160 bars") { benchmark, returns in
    blackHole(
      BetaTableComputation.compute(returns: returns.assets, assetCount: assetCount, benchmark: returns.benchmark))
  } setup: {
    OneFactorReturns(assets: assetCount, bars: barCount)
  }

  Benchmark("Betas: table with Newey-West of 1,000 assets x 2,160 bars") { benchmark, returns in
    blackHole(
      BetaTableComputation.compute(
        returns: returns.assets, assetCount: assetCount, benchmark: returns.benchmark, includingNeweyWest: true))
  } setup: {
    OneFactorReturns(assets: assetCount, bars: barCount)
  }

  Benchmark("Betas: one bar more, window of 2,160, 1,000 assets") { benchmark, market in
    let (close, prices) = market.next()
    benchmark.startMeasurement()
    market.betas.append(close: close, prices: prices)
    benchmark.stopMeasurement()
  } setup: {
    RollingMarket(assets: assetCount, bars: barCount)
  }

  Benchmark("Betas: one bar more, every method, 1,000 assets") { benchmark, market in
    let (close, prices) = market.next()
    benchmark.startMeasurement()
    market.betas.append(close: close, prices: prices)
    benchmark.stopMeasurement()
  } setup: {
    RollingMarket(assets: assetCount, bars: barCount, methods: everyMethod)
  }

  Benchmark("Betas: read all of 1,000, without the Newey-West error") { benchmark, market in
    blackHole(market.betas.estimates(includingNeweyWest: false))
  } setup: {
    RollingMarket(assets: assetCount, bars: barCount)
  }
}
