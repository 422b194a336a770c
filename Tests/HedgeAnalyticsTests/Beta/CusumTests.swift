import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct CusumTests {
  /// Forty pairs of a line whose intercept jumps by two hundredths after twenty.
  static let broken: PairedReturns = {
    let benchmark = (0..<40).map { Double(($0 * 37) % 19 - 9) * 0.004 }
    let asset = benchmark.enumerated().map { index, x in
      x + (index < 20 ? 0 : 0.02) + Double((index * 53) % 23 - 11) * 0.0008
    }
    return PairedReturns(benchmark: benchmark, asset: asset)
  }()

  @Test("recursive residuals, their sums and the 5 % boundary as statsmodels has them")
  func golden() throws {
    let test = try #require(CusumTest(BetaGoldenTests.pairs))
    let residuals = [
      0.002271099895830679, -0.003843736288169157, -0.00487140506505504, -0.00269551121884088,
      -0.002494590123462719, 0.0032733950806490644,
    ]
    let sums = [
      0.6773139923943354, -0.4690100314102661, -1.9218174659223441, -2.725704370469564, -3.469670234327796,
      -2.493440040830534,
    ]
    let boundary = [
      3.0961550348779365, 3.870193793597421, 4.644232552316906, 5.41827131103639, 6.192310069755875,
    ]
    #expect(test.residuals.skipped == 2)
    for (value, expected) in zip(test.residuals.values, residuals) { #expect(isClose(value, expected)) }
    for (value, expected) in zip(test.sums, sums) { #expect(isClose(value, expected)) }
    for (value, expected) in zip(test.boundary, boundary) { #expect(isClose(value, expected)) }
    #expect(test.residuals.values.count == 6 && test.isStable && test.crossing == nil)
    #expect(isClose(test.boundary[5], 3 * 0.948 * 6.squareRoot()))
  }

  @Test("a line that jumped leaves the boundary where statsmodels says")
  func jump() throws {
    let test = try #require(CusumTest(Self.broken))
    #expect(test.crossing == 24 && !test.isStable)
    #expect(isClose(test.sums[37], 41.48956377826964) && isClose(test.sums[9], 1.6427640302403477))
    #expect(isClose(test.reach, 2.3665597743341458))
  }

  @Test("the squares of the recursive residuals sum to those of the fitted line", arguments: 1...10)
  func squares(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let benchmark = (0..<50).map { _ in 0.02 * generator.normal() }
    let pairs = PairedReturns(benchmark: benchmark, asset: benchmark.map { 1.5 * $0 + 0.01 * generator.normal() })
    let line = try #require(OrdinaryLeastSquares.fit(pairs))
    let fitted = OrdinaryLeastSquares.residuals(of: pairs, line).reduce(0) { $0 + $1 * $1 }
    let recursive = try #require(RecursiveResiduals(pairs)).values.reduce(0) { $0 + $1 * $1 }
    #expect(isClose(recursive, fitted, 1e-9), "seed \(seed)")
  }

  @Test("a line that holds leaves the 5 % boundary about once in twenty times, and less often the wider ones")
  func level() {
    var crossings: [CusumTest.Level: Int] = [:]
    for seed in 1...600 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let benchmark = (0..<90).map { _ in 0.03 * generator.normal() }
      let pairs = PairedReturns(benchmark: benchmark, asset: benchmark.map { $0 + 0.02 * generator.normal() })
      for level in CusumTest.Level.allCases where CusumTest(pairs, level: level)?.isStable == false {
        crossings[level, default: 0] += 1
      }
    }
    let (one, five, ten) = (crossings[.one] ?? 0, crossings[.five] ?? 0, crossings[.ten] ?? 0)
    #expect(one <= five && five <= ten && (6...45).contains(five), "\(one), \(five), \(ten) of 600")
  }

  @Test("equal benchmark returns at the start are skipped; too few pairs or a perfect line have no test")
  func undefined() {
    let start = PairedReturns(benchmark: [1, 1, 2, 3, 4, 6], asset: [1, 2, 3, 5, 4, 8])
    #expect(RecursiveResiduals(start)?.skipped == 3)
    #expect(CusumTest(PairedReturns(benchmark: [1, 2, 3, 4], asset: [1, 3, 2, 5])) == nil)
    #expect(CusumTest(PairedReturns(benchmark: [0, 1, 2, 4, 8, 16], asset: [0, 2, 4, 8, 16, 32])) == nil)
  }

  @Test("the moving window tests its own pairs, and hands out its returns")
  func rolling() throws {
    let policy = BetaPolicy(lookback: 90)
    var betas = RollingBetas(assets: ["ETH"], benchmark: Benchmark("BTC"), policy: policy)
    #expect(betas.stability(of: "ETH").unknownReason?.kind == .tooFewObservations)
    let history = RollingMethodsTests.market(3, days: 200)
    for (day, row) in history.enumerated() {
      betas.append(close: Timestamp(milliseconds: 0) + .days(Double(day)), prices: row)
    }
    func returns(_ asset: Asset) -> [Double] {
      ReturnSeries.values(of: history.suffix(91).map { $0[asset] ?? .nan }, .log)
    }
    let pairs = PairedReturns(benchmark: returns("BTC"), asset: returns("ETH"))
    #expect(betas.stability(of: "ETH").value == CusumTest(pairs))
    #expect(PairedReturns(benchmark: betas.benchmarkReturns, asset: betas.returns(of: "ETH")) == pairs)
    #expect(betas.returns(of: "DOGE").count == 90 && betas.returns(of: "DOGE").allSatisfy { $0.isNaN })
    #expect(betas.stability(of: "BTC").unknownReason?.kind == .undefined)
  }
}
