import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct TwoFactorTests {
  static let returns = TwoFactorReturns(
    first: BetaMethodTests.benchmark, second: BetaMethodTests.second, asset: BetaMethodTests.asset)

  @Test("coefficients, classical and Newey–West errors as statsmodels has them (lag 2)")
  func golden() throws {
    let fit = try #require(TwoFactorLeastSquares.fit(Self.returns))
    let rows: [(String, Double?, Double)] = [
      ("alpha", fit.intercept, -0.00042239949522264626), ("first", fit.first.beta, 1.2073048494681817),
      ("second", fit.second.beta, 0.06165494862087684), ("se first", fit.first.standardError, 0.2789808648767035),
      ("se second", fit.second.standardError, 0.24076331409006982),
      ("hac first", fit.first.neweyWestError, 0.20489072831494395),
      ("hac second", fit.second.neweyWestError, 0.17793408381405693), ("r2", fit.rSquared, 0.9864875272518772),
      ("resid_sd", fit.residualDeviation, 0.003660275499161756), ("cov", fit.errorCovariance, -0.06521284508808785),
    ]
    for (name, value, expected) in rows {
      #expect(isClose(value ?? .nan, expected, 1e-9), "\(name): \(value ?? .nan), expected \(expected)")
    }
  }

  @Test("the implied beta is β₁ + β₂·δ and, on the same returns, that of ordinary least squares", arguments: 1...20)
  func implied(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let first = (0..<60).map { _ in 0.02 * generator.normal() }
    let second = first.map { 1.2 * $0 + 0.01 * generator.normal() }
    let asset = zip(first, second).map { 0.4 * $0 + 0.6 * $1 + 0.02 * generator.normal() }
    let fit = try #require(
      TwoFactorLeastSquares.fit(TwoFactorReturns(first: first, second: second, asset: asset)))
    let line = try #require(OrdinaryLeastSquares.fit(PairedReturns(benchmark: first, asset: asset)))
    #expect(isClose(fit.implied.beta, fit.first.beta + fit.second.beta * fit.passThrough, 1e-12), "seed \(seed)")
    #expect(isClose(fit.implied.beta, line.slope, 1e-12), "seed \(seed)")
    #expect(isClose(fit.implied.alpha ?? .nan, line.intercept, 1e-9), "seed \(seed)")
    let (a, b, d) = (fit.first.standardError, fit.second.standardError, fit.passThrough)
    let combined = (a * a + 2 * d * fit.errorCovariance + d * d * b * b).squareRoot()
    #expect(isClose(fit.implied.standardError ?? .nan, combined, 1e-9), "seed \(seed)")
    let noise = fit.residualDeviation / line.residualDeviation
    #expect(isClose(fit.implied.standardError ?? .nan, noise * line.slopeError, 1e-9), "seed \(seed)")
  }

  @Test("a step counts only where all three have a return")
  func gaps() {
    let returns = TwoFactorReturns(first: [1, .nan, 3, 4], second: [1, 2, .nan, 4], asset: [1, 2, 3, 5])
    #expect(returns.first == [1, 4] && returns.second == [1, 4] && returns.asset == [1, 5])
  }

  @Test("two factors that move as one, or one that stands still, give no two betas")
  func oneFactor() {
    let first = BetaMethodTests.benchmark
    for second in [first.map { 2 * $0 + 0.01 }, first.map { _ in 0.01 }] {
      let reading = BetaEstimator.twoFactor(
        asset: BetaMethodTests.asset, benchmark: first, second: second, minimumObservations: 4, name: "SOL")
      #expect(reading.unknownReason?.kind == .undefined)
    }
  }
}
