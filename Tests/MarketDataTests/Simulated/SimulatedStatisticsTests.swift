import HedgeModel
import Testing

@testable import MarketData

@Suite struct SimulatedStatisticsTests {
  static let start = Timestamp(milliseconds: 1_700_000_000_000)
  typealias Regimes = SimulatedConfiguration.Regimes

  private func feed(_ regimes: Regimes, seed: UInt64 = 11) -> SimulatedFeed {
    SimulatedFeed(configuration: SimulatedConfiguration(seed: seed, start: Self.start, regimes: regimes))
  }

  private func logReturns(_ feed: SimulatedFeed, _ symbol: String, hours: Int) async throws -> [Double] {
    let request = HistoryRequest(
      instrument: InstrumentID(venue: "simulated", symbol: symbol), interval: .hour, count: hours + 1, end: Self.start)
    let prices = try await feed.history(request).compactMap(\.price)
    return zip(prices, prices.dropFirst()).map { logarithm($1 / $0) }
  }

  struct Regression {
    let beta: Double
    let standardError: Double
    let correlation: Double

    /// Ordinary least squares with an intercept.
    init(_ y: [Double], on x: [Double]) {
      let count = Double(x.count)
      let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
      let sxx = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
      let syy = y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
      let sxy = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
      beta = sxy / sxx
      standardError = ((syy - beta * sxy) / (count - 2) / sxx).squareRoot()
      correlation = sxy / (sxx * syy).squareRoot()
    }
  }

  @Test("regressing the history gives the true betas within four standard errors", arguments: Regimes.allCases)
  func betas(regimes: Regimes) async throws {
    let feed = feed(regimes)
    let benchmark = try await logReturns(feed, "BTC", hours: 2160)
    #expect(benchmark.count == 2160)
    #expect(feed.trueBetas.count == 10)
    for (asset, truth) in feed.trueBetas {
      let fit = Regression(try await logReturns(feed, asset.symbol, hours: 2160), on: benchmark)
      // Prices on a tick are a little off, also where the fit is exact.
      let tolerance = 4 * fit.standardError + 1e-9
      #expect(abs(fit.beta - truth) <= tolerance, "\(asset): \(fit.beta) ± \(fit.standardError), true \(truth)")
      #expect(fit.standardError < 0.05, "\(asset)")
    }
  }

  @Test("in stress correlations approach 1 and volatility rises")
  func stress() async throws {
    let (calm, stressed) = (feed(.calm), feed(.stress))
    let calmBenchmark = try await logReturns(calm, "BTC", hours: 2000)
    let stressBenchmark = try await logReturns(stressed, "BTC", hours: 2000)
    func deviation(_ values: [Double]) -> Double {
      (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
    }
    #expect(deviation(stressBenchmark) > 2 * deviation(calmBenchmark))
    for asset in calm.trueBetas.keys where asset != "BTC" {
      let before = Regression(try await logReturns(calm, asset.symbol, hours: 2000), on: calmBenchmark).correlation
      let during = Regression(try await logReturns(stressed, asset.symbol, hours: 2000), on: stressBenchmark)
        .correlation
      #expect(before < 0.93, "\(asset)")
      #expect(during > 0.95, "\(asset)")
    }
  }

  @Test("a switching market is mostly calm and goes through both regimes")
  func switching() {
    var path = SimulatedPath(SimulatedConfiguration(seed: 5, start: Self.start))
    var stressed = 0
    for hour in 1...8760 {
      path.walk(to: hour)
      if path.regime == .stress { stressed += 1 }
    }
    #expect((100..<1500).contains(stressed), "hours of stress in a year")
  }

  @Test("the basis reverts: its long-run deviation stays what the venue states")
  func basisReverts() {
    var path = SimulatedPath(SimulatedConfiguration(seed: 5, start: Self.start, regimes: .calm))
    path.walk(to: 20_000)
    for coin in SimulatedVenue.coins.indices {
      let values = (0...20_000).map { path.level(SimulatedShock.coins + coin, atHour: $0) - 0.0002 }
      let deviation = (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
      let stated = SimulatedVenue.coins[coin].basisDeviation
      #expect((0.85 * stated...1.15 * stated).contains(deviation))
    }
  }

  @Test("jumps happen, within one second")
  func jumps() {
    var shock = SimulatedShock()
    var benchmarkJumps = 0
    for hour in 0..<5000 {
      shock.redraw(hour: hour, regime: .calm, seed: 1)
      if shock.jump[0] != 0 { benchmarkJumps += 1 }
      #expect(shock.jumpSecond.allSatisfy { (0..<3600).contains($0) })
    }
    #expect((2...25).contains(benchmarkJumps), "expected about ten")
  }
}
