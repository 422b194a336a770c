import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct BetaGoldenTests {
  static let pairs = PairedReturns(
    benchmark: [0.01, -0.02, 0.03, -0.01, 0.02, -0.03, 0.015, 0.005],
    asset: [0.013, -0.022, 0.041, -0.015, 0.021, -0.041, 0.016, 0.009])

  @Test("the estimators' table: each formula and its value")
  func table() throws {
    let line = try #require(OrdinaryLeastSquares.fit(Self.pairs))
    let white = RobustErrors.white(Self.pairs, line)
    let robust = RobustErrors.neweyWest(Self.pairs, line, lag: 1)
    var kalman = KalmanBeta(processVariance: 1e-3, observationVariance: 1e-5)
    for (x, y) in zip(Self.pairs.benchmark, Self.pairs.asset) { kalman.add(benchmark: x, asset: y) }
    let vasicek = BetaShrinkage.vasicek(line.slope, error: line.slopeError, prior: 1, priorDeviation: 0.3)
    let rows: [(String, Double, Double, Int)] = [
      ("beta", line.slope, 1.2766667, 7), ("alpha", line.intercept, -0.000441667, 9),
      ("se", line.slopeError, 0.0614033, 7), ("R²", line.rSquared, 0.9863103, 7),
      ("HC0", white.slope, 0.0554869, 7), ("HC1", white.corrected(observations: 8).slope, 0.0640708, 7),
      ("Newey–West", robust.slope, 0.0363037, 7),
      ("Newey–West corrected", robust.corrected(observations: 8).slope, 0.0419199, 7),
      ("EWMA", ExponentialBeta(decay: 0.94, Self.pairs).beta ?? .nan, 1.2744480, 7),
      ("Blume", BetaShrinkage.blume(line.slope), 1.1844444, 7), ("Vasicek", vasicek, 1.2655423, 7),
      ("Kalman", kalman.beta, 1.2727924, 7),
    ]
    for (name, value, expected, digits) in rows {
      #expect(isPrinted(value, expected, digits: digits), "\(name): \(value), expected \(expected)")
    }
  }

  @Test("the default lag is ⌊4·(n/100)^(2/9)⌋", arguments: [(10, 2), (30, 3), (90, 3), (100, 4), (168, 4), (365, 5)])
  func lag(observations: Int, lag: Int) {
    #expect(RobustErrors.defaultLag(observations: observations) == lag, "n = \(observations)")
  }

  @Test("beta is not a measure of fit: the same beta with half the correlation has a quarter of the R²")
  func betaIsNotFit() throws {
    let noise: [Double] = [1, -1, -1, 1]
    let benchmark: [Double] = [1, 1, -1, -1]
    let asset = zip(benchmark, noise).map { $0 + $1 }
    let line = try #require(OrdinaryLeastSquares.fit(PairedReturns(benchmark: benchmark, asset: asset)))
    #expect(isClose(line.slope, 1))
    #expect(isClose(line.rSquared, 0.5))
  }

  @Test("regressing prices instead of returns gives another number: returns are what is regressed")
  func returnsNotPrices() throws {
    let benchmark = [100.0, 110, 99, 118.8, 112.86]
    let asset = ReturnSeries.values(of: benchmark, .simple).reduce(into: [50.0]) {
      $0.append(($0.last ?? 0) * (1 + 1.5 * $1))
    }
    let onReturns = try #require(
      OrdinaryLeastSquares.fit(
        PairedReturns(
          benchmark: ReturnSeries.values(of: benchmark, .simple), asset: ReturnSeries.values(of: asset, .simple))))
    let onPrices = try #require(OrdinaryLeastSquares.fit(PairedReturns(benchmark: benchmark, asset: asset)))
    #expect(isClose(onReturns.slope, 1.5))
    #expect(abs(onPrices.slope - 1.5) > 0.5)
  }

  @Test("too few returns, or a benchmark that stands still, give no beta and say so")
  func unknown() {
    let few = BetaEstimator.estimate(
      asset: [0.1, .nan, 0.2, 0.1], benchmark: [0.1, 0.1, .nan, 0.2], minimumObservations: 10, name: "ETH")
    #expect(few.unknownReason?.kind == .tooFewObservations)
    #expect(few.unknownReason?.detail.contains("2 of at least 10") == true)
    let still = BetaEstimator.estimate(
      asset: [0.1, 0.3, 0.2, 0.1], benchmark: [0.1, 0.1, 0.1, 0.1], minimumObservations: 3, name: "ETH")
    #expect(still.unknownReason?.kind == .undefined)
  }

  @Test("a gap leaves out both returns it touches, and a late listing shortens the window")
  func gaps() {
    let returns = ReturnSeries.values(of: [100, 110, .nan, 121, 133.1], .simple)
    #expect(returns[0].isNaN == false && returns[1].isNaN && returns[2].isNaN)
    #expect(isClose(returns[3], 0.1))
    let bars = [(0, 100.0), (1, 110), (3, 120), (4, 132)].map {
      Bar(close: Timestamp(milliseconds: 0) + .days(Double($0.0)), price: $0.1)
    }
    let window = ReturnSeries.window(
      bars, last: Timestamp(milliseconds: 0) + .days(4), lookback: 4, interval: .day, .simple)
    #expect(window.map(\.isNaN) == [false, true, true, false])
    #expect(isClose(window[3], 0.1))
  }

  @Test("log and simple returns; a price that is not positive gives none", arguments: [0, -1, Double.nan, .infinity])
  func returnKinds(price: Double) {
    #expect(isClose(ReturnSeries.value(from: 100, to: 110, .simple), 0.1))
    #expect(isClose(ReturnSeries.value(from: 100, to: 110, .log), 0.09531017980432493))
    #expect(ReturnSeries.value(from: price, to: 110, .log).isNaN, "\(price)")
    #expect(ReturnSeries.value(from: 110, to: price, .simple).isNaN, "\(price)")
  }

  @Test("a composite's components have betas that weigh up to one; a BTC future is not beta 1 against it")
  func composite() {
    let (bitcoin, ether, correlation) = (0.03, 0.04, 0.8)
    let shared = correlation * bitcoin * ether
    let betas = CompositeBenchmark.componentBetas(
      weights: [0.5, 0.5], covariance: [[bitcoin * bitcoin, shared], [shared, ether * ether]])
    #expect(isPrinted(betas[0], 0.841629, digits: 6))
    #expect(isPrinted(betas[1], 1.158371, digits: 6))
    #expect(isClose(0.5 * betas[0] + 0.5 * betas[1], 1))
  }

  @Test("deviations a year: daily by 365, hourly by 8,760")
  func volatility() {
    let returns = [0.01, -0.01, .nan, 0.01, -0.01]
    let deviation = (4.0 / 3).squareRoot() * 0.01
    #expect(isClose(RealisedVolatility.annualised(returns, .day) ?? 0, deviation * 365.0.squareRoot()))
    #expect(isClose(RealisedVolatility.annualised(returns, .hour) ?? 0, deviation * 8760.0.squareRoot()))
    #expect(RealisedVolatility.annualised([0.01], .day) == nil)
  }
}
