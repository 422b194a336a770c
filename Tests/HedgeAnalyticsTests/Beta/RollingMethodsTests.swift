import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct RollingMethodsTests {
  static let methods: [BetaMethod] = [
    .ordinaryLeastSquares, .exponential(.factor(0.94)), .exponential(.halfLife(bars: 20)), .blume,
    .vasicek(.stated(mean: 1, deviation: 0.3)), .vasicek(.crossSection), .kalman(KalmanParameters()),
    .kalman(KalmanParameters(processVariance: 1e-3, initialBeta: 0, initialVariance: 0.1)),
    .twoFactor(second: "ETH"),
  ]
  static let assets: [Asset] = ["BTC", "ETH", "DOGE", "SOL"]

  /// A seeded market with gaps and jumps.
  static func market(_ seed: UInt64, days: Int) -> [[Asset: Double]] {
    var market = RollingBetasTests.Market(generator: SeededGenerator(seed: seed))
    var (generator, solana) = (SeededGenerator(seed: seed + 1), 100.0)
    return (0..<days).map { day in
      var row = market.next()
      solana *= 1 + 0.03 * generator.normal()
      if solana > 1_000 || solana < 10 { solana = 100 }
      if day > 50 { row["SOL"] = solana }
      return row
    }
  }

  static func batch(
    _ asset: Asset, _ method: BetaMethod, _ history: [[Asset: Double]], _ policy: BetaPolicy
  ) -> Reading<BetaEstimate> {
    let isWindowed = ![.exponential, .kalman].contains(method.name)
    func returns(_ asset: Asset) -> [Double] {
      let all = ReturnSeries.values(of: history.map { $0[asset] ?? .nan }, policy.returns)
      return isWindowed ? all.suffix(policy.lookback) : all
    }
    let full = assets.filter { $0 != "BTC" }.compactMap { other -> Double? in
      let pairs = PairedReturns(benchmark: returns("BTC"), asset: returns(other))
      return pairs.count == policy.lookback ? OrdinaryLeastSquares.fit(pairs)?.slope : nil
    }
    return BetaEstimator.estimate(
      by: method, asset: returns(asset), benchmark: returns("BTC"), second: returns("ETH"),
      crossSection: BetaPrior(crossSection: full), minimumObservations: policy.minimumObservations, name: asset)
  }

  /// Where the two differ; nil when they agree to 1e-9.
  static func difference(_ online: Reading<BetaEstimate>, _ batch: Reading<BetaEstimate>) -> String? {
    guard let left = online.value, let right = batch.value else {
      return online.unknownReason == batch.unknownReason ? nil : "\(online) but \(batch)"
    }
    let figures: [(String, (BetaEstimate) -> Double?)] = [
      ("beta", \.beta), ("alpha", \.alpha), ("se", \.standardError), ("hac", \.neweyWestError), ("r2", \.rSquared),
      ("corr", \.correlation), ("n", { $0.observations.map(Double.init) }),
    ]
    return figures.first { _, figure in
      let (a, b) = (figure(left), figure(right))
      return (a == nil) != (b == nil) || !isClose(a ?? 0, b ?? 0, 1e-9)
    }.map { "\($0.0): \($0.1(left) ?? .nan) but \($0.1(right) ?? .nan)" }
  }

  @Test(
    "after any number of bars, with gaps and jumps, each online state equals the computation from scratch",
    arguments: [(30, BetaPolicy.Returns.log, UInt64(1)), (90, .simple, 2), (60, .log, 3)])
  func agreement(lookback: Int, returns: BetaPolicy.Returns, seed: UInt64) {
    let policy = BetaPolicy(returns: returns, lookback: lookback)
    let history = Self.market(seed, days: 700)
    var betas = RollingBetas(
      assets: Self.assets, benchmark: Benchmark("BTC"), policy: policy, methods: Self.methods)
    for (day, row) in history.enumerated() {
      betas.append(close: Timestamp(milliseconds: 0) + .days(Double(day)), prices: row)
      guard day % 97 == 5 || day > 696 else { continue }
      let past = Array(history[...day])
      for method in Self.methods {
        for asset in ["ETH", "DOGE", "SOL"] as [Asset] where method.name != .twoFactor || asset != "ETH" {
          let difference = Self.difference(
            betas.estimate(of: asset, by: method), Self.batch(asset, method, past, policy))
          #expect(difference == nil, "seed \(seed), day \(day), \(asset) by \(method): \(difference ?? "")")
        }
      }
    }
  }

  @Test("in constant time the two-factor sums say the same as the whole window")
  func twoFactorSums() throws {
    let history = Self.market(9, days: 400)
    let policy = BetaPolicy(lookback: 90)
    var betas = RollingBetas(
      assets: Self.assets, benchmark: Benchmark("BTC"), policy: policy, methods: [.twoFactor(second: "ETH")])
    for (day, row) in history.enumerated() {
      betas.append(close: Timestamp(milliseconds: 0) + .days(Double(day)), prices: row)
    }
    for asset in ["DOGE", "SOL"] as [Asset] {
      let sums = try #require(
        betas.twoFactor(of: asset, second: "ETH", includingNeweyWest: false).value)
      let whole = try #require(betas.twoFactor(of: asset, second: "ETH").value)
      #expect(sums.observations == whole.observations && sums.first.neweyWestError == nil)
      for (left, right) in [
        (sums.first.beta, whole.first.beta), (sums.second.beta, whole.second.beta),
        (sums.first.standardError, whole.first.standardError), (sums.second.standardError, whole.second.standardError),
        (sums.intercept, whole.intercept), (sums.rSquared, whole.rSquared),
        (sums.implied.standardError ?? .nan, whole.implied.standardError ?? 0),
      ] {
        #expect(isClose(left, right, 1e-9), "\(asset): \(left) but \(right)")
      }
    }
  }

  @Test("bars that come one by one, and are corrected, change every method as if they had come at once")
  func amended() {
    let history = Self.market(4, days: 150)
    let policy = BetaPolicy(lookback: 30)
    var whole = RollingBetas(
      assets: Self.assets, benchmark: Benchmark("BTC"), policy: policy, methods: Self.methods)
    var pieces = whole
    for (day, row) in history.enumerated() {
      let close = Timestamp(milliseconds: 0) + .days(Double(day))
      whole.append(close: close, prices: row)
      pieces.append(close: close, prices: [:])
      for (asset, price) in row.sorted(by: { $0.key > $1.key }) {
        pieces.append(close: close, prices: [asset: price * 1.2])
        pieces.append(close: close, prices: [asset: price])
      }
    }
    for method in Self.methods {
      for asset in ["DOGE", "SOL"] as [Asset] {
        let difference = Self.difference(pieces.estimate(of: asset, by: method), whole.estimate(of: asset, by: method))
        #expect(difference == nil, "\(asset) by \(method): \(difference ?? "")")
      }
    }
  }

  @Test("bars left out widen the filter's doubt and leave the exponential beta as it was")
  func leftOut() throws {
    let (kalman, exponential) = (BetaMethod(.kalman), BetaMethod(.exponential))
    var betas = RollingBetas(
      assets: ["ETH"], benchmark: Benchmark("BTC"), policy: BetaPolicy(lookback: 30), methods: [kalman, exponential])
    let history = Self.market(6, days: 60)
    for (day, row) in history.enumerated() {
      betas.append(close: Timestamp(milliseconds: 0) + .days(Double(day)), prices: row)
    }
    let before = try #require(betas.estimate(of: "ETH", by: kalman).value)
    let steady = try #require(betas.estimate(of: "ETH", by: exponential).value)
    betas.append(close: Timestamp(milliseconds: 0) + .days(69), prices: [:])
    let after = try #require(betas.estimate(of: "ETH", by: kalman).value)
    let (early, late) = (try #require(before.standardError), try #require(after.standardError))
    #expect(after.beta == before.beta && isClose(late * late, early * early + 10 * 1e-4, 1e-12))
    #expect(betas.estimate(of: "ETH", by: exponential).value == steady)
  }

  @Test("a method that was not asked for is unknown and says so; one asset's methods stand side by side")
  func comparison() {
    var betas = RollingBetas(
      assets: Self.assets, benchmark: Benchmark("BTC"), policy: BetaPolicy(lookback: 30),
      methods: [.exponential(.factor(0.94))])
    for (day, row) in Self.market(8, days: 200).enumerated() {
      betas.append(close: Timestamp(milliseconds: 0) + .days(Double(day)), prices: row)
    }
    let comparison = betas.comparison(of: "SOL", by: BetaMethod.all)
    #expect(comparison.rows.map(\.method) == BetaMethod.all)
    for row in comparison.rows {
      let isKept = ![.kalman, .twoFactor].contains(row.method.name)
      #expect(isKept || row.estimate.unknownReason?.kind == .notConfigured, "\(row.method)")
    }
    let betasSeen = comparison.rows.compactMap(\.estimate.value?.beta)
    #expect(comparison.range == (betasSeen.min() ?? 0)...(betasSeen.max() ?? 0))
    #expect(BetaComparison(asset: "SOL", rows: []).range == nil)
    let all = betas.estimates(by: .blume)
    #expect(all["SOL"] == betas.estimate(of: "SOL", by: .blume) && all.count == 4)
  }
}
