import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct RollingBetasTests {
  /// A seeded market: BTC, ETH and an asset with gaps and an occasional jump.
  struct Market {
    var generator: SeededGenerator
    var prices: [Asset: Double] = ["BTC": 40_000, "ETH": 2_500, "DOGE": 0.2]

    mutating func next() -> [Asset: Double] {
      let common = 0.02 * generator.normal()
      let jump = generator.uniform(0...1) < 0.01 ? 1.5 : 0
      let moves: [Asset: Double] = [
        "BTC": common, "ETH": 1.2 * common + 0.01 * generator.normal(),
        "DOGE": 0.9 * common + 0.05 * generator.normal() + jump,
      ]
      // Pulled back to where it began, so that ten thousand steps stay within a double's range.
      for (asset, move) in moves { prices[asset, default: 1] *= max(0.2, 1 + move) }
      if let doge = prices["DOGE"], doge > 50 || doge < 0.001 { prices["DOGE"] = 0.2 }
      var seen = prices
      if generator.uniform(0...1) < 0.05 { seen["DOGE"] = nil }
      if generator.uniform(0...1) < 0.01 { seen["BTC"] = nil }
      return seen
    }
  }

  static let assets: [Asset] = ["BTC", "ETH", "DOGE"]

  static func batch(
    _ asset: Asset, _ history: [[Asset: Double]], _ benchmark: Benchmark, _ policy: BetaPolicy
  ) -> Reading<BetaEstimate> {
    let window = Array(history.suffix(policy.lookback + 1))
    let prices = Dictionary(
      uniqueKeysWithValues: assets.map { asset in (asset, window.map { $0[asset] ?? .nan }) })
    return BetaEstimator.estimate(
      asset: ReturnSeries.values(of: prices[asset] ?? [], policy.returns),
      benchmark: CompositeBenchmark.values(of: benchmark, prices: prices, policy.returns),
      minimumObservations: policy.minimumObservations, name: asset)
  }

  static func agree(_ rolling: Reading<BetaEstimate>, _ batch: Reading<BetaEstimate>) -> Bool {
    guard let left = rolling.value, let right = batch.value else {
      return rolling.value == nil && batch.value == nil
    }
    func same(_ figure: (BetaEstimate) -> Double?) -> Bool {
      isClose(figure(left) ?? .nan, figure(right) ?? .nan, 1e-9)
    }
    return left.observations == right.observations && same(\.beta) && same(\.alpha) && same(\.standardError)
      && same(\.neweyWestError) && same(\.rSquared) && same(\.correlation)
  }

  static let composite = Benchmark(components: [
    Benchmark.Component(asset: "BTC", weight: 0.5), Benchmark.Component(asset: "ETH", weight: 0.5),
  ])

  @Test(
    "after ten thousand bars with gaps and jumps the moving window agrees with a fit from scratch",
    arguments: [(30, BetaPolicy.Returns.log, false), (90, .simple, false), (365, .log, true)])
  func agreement(lookback: Int, returns: BetaPolicy.Returns, isComposite: Bool) throws {
    let policy = BetaPolicy(returns: returns, lookback: lookback)
    let benchmark = isComposite ? try #require(Self.composite) : Benchmark("BTC")
    var market = Market(generator: SeededGenerator(seed: UInt64(lookback)))
    var betas = RollingBetas(assets: Self.assets, benchmark: benchmark, policy: policy)
    var history: [[Asset: Double]] = []
    for step in 0..<10_000 {
      let row = market.next()
      history.append(row)
      betas.append(close: Timestamp(milliseconds: 0) + .days(Double(step)), prices: row)
      guard step % 487 == 0 || step > 9_990 else { continue }
      for asset in ["ETH", "DOGE"] as [Asset] {
        let batch = Self.batch(asset, history, benchmark, policy)
        #expect(Self.agree(betas.estimate(of: asset), batch), "seed \(lookback), step \(step), \(asset)")
      }
    }
  }

  @Test("large common origins cost no digits: returns of one size with a small spread")
  func offset() throws {
    let policy = BetaPolicy(returns: .simple, lookback: 50)
    var generator = SeededGenerator(seed: 7)
    var betas = RollingBetas(assets: ["BTC", "ETH"], benchmark: Benchmark("BTC"), policy: policy)
    var history: [[Asset: Double]] = []
    var (bitcoin, ether) = (1.0, 1.0)
    for step in 0..<500 {
      let move = 1e-3 * generator.normal()
      bitcoin *= step % 2 == 0 ? 1.5 + move : 1 / (1.5 + move)
      ether *= step % 2 == 0 ? 1.6 + move : 1 / (1.6 + move)
      history.append(["BTC": bitcoin, "ETH": ether])
      betas.append(close: Timestamp(milliseconds: 0) + .days(Double(step)), prices: history[step])
    }
    #expect(Self.agree(betas.estimate(of: "ETH"), Self.batch("ETH", history, Benchmark("BTC"), policy)))
  }

  @Test("bars of one close may come one by one, in any order, and be corrected")
  func amended() {
    let policy = BetaPolicy(lookback: 20)
    var market = Market(generator: SeededGenerator(seed: 3))
    var whole = RollingBetas(assets: Self.assets, benchmark: Benchmark("BTC"), policy: policy)
    var pieces = whole
    for step in 0..<60 {
      let close = Timestamp(milliseconds: 0) + .days(Double(step))
      let row = market.next()
      whole.append(close: close, prices: row)
      for (asset, price) in row.sorted(by: { $0.key > $1.key }) {
        pieces.append(close: close, prices: [asset: price * 1.1])
        pieces.append(close: close, prices: [asset: price])
      }
    }
    for asset in Self.assets where asset != "BTC" {
      #expect(Self.agree(pieces.estimate(of: asset), whole.estimate(of: asset)), "\(asset)")
    }
  }

  @Test("bars that were left out are gaps; bars from the past or off the grid change nothing")
  func grid() {
    let policy = BetaPolicy(lookback: 20, minimumObservations: 3)
    var betas = RollingBetas(assets: ["ETH"], benchmark: Benchmark("BTC"), policy: policy)
    let start = Timestamp(milliseconds: 0)
    for (day, price) in [(0, 100.0), (1, 110), (2, 105), (5, 120), (6, 130), (7, 90)] {
      betas.append(close: start + .days(Double(day)), prices: ["BTC": price, "ETH": price * price])
    }
    #expect(betas.estimate(of: "ETH").value?.observations == 4)
    let before = betas.estimate(of: "ETH")
    let taken = [start + .days(6), start + .days(7) + .hours(1)].map {
      betas.append(close: $0, prices: ["BTC": 1, "ETH": 1])
    }
    #expect(taken == [false, false])
    #expect(betas.estimate(of: "ETH") == before)
    #expect(before.provenance?.asOf == start + .days(7))
    betas.append(close: start + .days(400), prices: ["BTC": 100, "ETH": 100])
    #expect(betas.estimate(of: "ETH").unknownReason?.kind == .tooFewObservations)
  }

  @Test("a history of bars taken in at once is the same as bar by bar")
  func history() {
    let policy = BetaPolicy(lookback: 30)
    var market = Market(generator: SeededGenerator(seed: 11))
    var (single, whole) = (
      RollingBetas(assets: Self.assets, benchmark: Benchmark("BTC"), policy: policy),
      RollingBetas(assets: Self.assets, benchmark: Benchmark("BTC"), policy: policy)
    )
    var bars: [Asset: [Bar]] = [:]
    for step in 0..<100 {
      let close = Timestamp(milliseconds: 0) + .days(Double(step))
      let row = market.next()
      single.append(close: close, prices: row)
      for asset in Self.assets { bars[asset, default: []].append(Bar(close: close, price: row[asset])) }
    }
    whole.append(history: bars)
    #expect(whole.estimates() == single.estimates())
  }
}
