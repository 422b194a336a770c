import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct BetaHorizonsTests {
  /// A beta that was `before` until the last 30 of 90 days and is `after` since.
  static func returns(before: Double, after: Double, noise: Double, seed: UInt64) -> ([Double], [Double]) {
    var generator = SeededGenerator(seed: seed)
    let benchmark = (0..<90).map { _ in 0.03 * generator.normal() }
    return (
      benchmark.enumerated().map { ($0.offset < 60 ? before : after) * $0.element + noise * generator.normal() },
      benchmark
    )
  }

  @Test("each row is the beta of its last days, with the Newey–West error")
  func rows() throws {
    let (asset, benchmark) = Self.returns(before: 1, after: 1, noise: 0.02, seed: 1)
    let horizons = BetaHorizons(asset: asset, benchmark: benchmark, name: "ETH")
    #expect(horizons.rows.map(\.days) == [30, 60, 90])
    for row in horizons.rows {
      let expected = BetaEstimator.estimate(
        asset: Array(asset.suffix(row.days)), benchmark: Array(benchmark.suffix(row.days)), minimumObservations: 10,
        name: "ETH")
      #expect(row.estimate == expected && row.estimate.value?.neweyWestError != nil)
    }
  }

  @Test("a beta that changed is flagged, one that held is not", arguments: 1...20)
  func flag(seed: UInt64) throws {
    let (changed, benchmark) = Self.returns(before: 0.8, after: 1.2, noise: 0.005, seed: seed)
    let found = try #require(BetaHorizons(asset: changed, benchmark: benchmark, name: "ETH").disagreement.value)
    #expect(found.verdict == .significant && found.firstDays == 30, "seed \(seed): \(found)")
    let (steady, other) = Self.returns(before: 1, after: 1, noise: 0.02, seed: seed)
    let none = try #require(BetaHorizons(asset: steady, benchmark: other, name: "ETH").disagreement.value)
    #expect(!none.isFlagged, "seed \(seed): \(none)")
  }

  @Test("the rule: beyond its error and material, or large whatever the error")
  func rule() {
    func estimate(_ beta: Double, _ error: Double?) -> BetaEstimate {
      BetaEstimate(source: .regression, beta: beta, standardError: 9, neweyWestError: error)
    }
    let rows: [(Double, Double, BetaDisagreement.Verdict)] = [
      (1.30, 0.1, .significant), (1.28, 0.1, .agree), (1.04, 0.001, .agree), (1.06, 0.001, .significant),
      (1.49, 0.4, .agree), (1.51, 0.4, .large), (0.49, 0.4, .large),
    ]
    for (beta, error, verdict) in rows {
      let found = BetaDisagreement(
        days: (30, 60), betas: (estimate(beta, error), estimate(1, error)), DisagreementRule())
      #expect(found.verdict == verdict, "\(beta) ± \(error)")
      #expect(isClose(found.combinedError ?? .nan, error * 2.squareRoot()) && isClose(found.difference, beta - 1))
    }
    let classical = BetaDisagreement(
      days: (30, 60), betas: (estimate(1.4, nil), estimate(1, nil)), DisagreementRule())
    #expect(isClose(classical.combinedError ?? .nan, 9 * 2.squareRoot()))
  }

  @Test("windows the returns do not reach back to are unknown, and two known ones are needed to disagree")
  func tooShort() {
    let (asset, benchmark) = Self.returns(before: 1, after: 1, noise: 0.02, seed: 1)
    let horizons = BetaHorizons(
      asset: Array(asset.suffix(45)), benchmark: Array(benchmark.suffix(45)), name: "ETH")
    #expect(horizons.rows.map { $0.estimate.value != nil } == [true, false, false])
    #expect(horizons.disagreement.unknownReason?.kind == .tooFewObservations)
    let hourly = BetaHorizons(asset: asset, benchmark: benchmark, days: [3, 4], interval: .hour, name: "ETH")
    #expect(hourly.rows.map { $0.estimate.value?.observations } == [72, nil])
  }

  @Test("the moving window gives the same rows")
  func rolling() {
    var betas = RollingBetas(assets: ["ETH"], benchmark: Benchmark("BTC"), policy: BetaPolicy(lookback: 90))
    #expect(betas.horizons(of: "ETH").rows.allSatisfy { $0.estimate.unknownReason?.kind == .notReceived })
    let history = RollingMethodsTests.market(3, days: 200)
    for (day, row) in history.enumerated() {
      betas.append(close: Timestamp(milliseconds: 0) + .days(Double(day)), prices: row)
    }
    func returns(_ asset: Asset) -> [Double] {
      ReturnSeries.values(of: history.suffix(91).map { $0[asset] ?? .nan }, .log)
    }
    let batch = BetaHorizons(asset: returns("ETH"), benchmark: returns("BTC"), name: "ETH")
    #expect(betas.horizons(of: "ETH").rows.map(\.estimate.value) == batch.rows.map(\.estimate.value))
    #expect(betas.horizons(of: "ETH").disagreement.value == batch.disagreement.value)
  }
}
