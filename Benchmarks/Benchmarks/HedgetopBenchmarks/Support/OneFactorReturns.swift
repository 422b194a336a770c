import HedgeAnalytics
import HedgeModel

/// Returns of assets that follow one benchmark with betas between 0.5 and 2, asset after asset.
final class OneFactorReturns: Sendable {
  let benchmark: [Double]
  let assets: [Double]

  init(assets count: Int, bars: Int) {
    var noise = Noise(seed: 1)
    let benchmark = (0..<bars).map { _ in noise.normal(0.01) }
    self.benchmark = benchmark
    assets = (0..<count).flatMap { _ in
      let beta = 0.5 + 1.5 * noise.uniform()
      return benchmark.map { beta * $0 + noise.normal(0.01) }
    }
  }
}

/// A full window of hourly prices, and the bars after it.
final class RollingMarket {
  var betas: RollingBetas
  private let names: [Asset]
  private var prices: [Double]
  private var close = Timestamp(milliseconds: 0)
  private var noise = Noise(seed: 2)

  init(assets count: Int, bars: Int, methods: [BetaMethod] = []) {
    names = (0..<count).map { Asset("A\($0)") }
    prices = names.map { _ in 100 }
    betas = RollingBetas(
      assets: names, benchmark: Benchmark(names[0]), policy: BetaPolicy(lookback: bars, interval: .hour),
      methods: methods)
    for _ in 0...bars {
      let (close, prices) = next()
      betas.append(close: close, prices: prices)
    }
  }

  /// The next bar.
  func next() -> (Timestamp, [Asset: Double]) {
    close = close + .hours(1)
    let market = noise.normal(0.01)
    for index in prices.indices { prices[index] *= 1 + market + (index == 0 ? 0 : noise.normal(0.01)) }
    return (close, Dictionary(uniqueKeysWithValues: zip(names, prices)))
  }
}
