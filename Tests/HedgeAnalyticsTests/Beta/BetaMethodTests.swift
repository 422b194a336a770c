import HedgeAnalytics
import HedgeModel
import SeededRandom
import Testing

@Suite struct BetaMethodTests {
  static let benchmark = BetaGoldenTests.pairs.benchmark
  static let asset = BetaGoldenTests.pairs.asset
  static let second = [0.012, -0.018, 0.036, -0.004, 0.017, -0.04, 0.02, -0.003]

  static func estimate(_ method: BetaMethod, crossSection: BetaPrior? = nil) -> Reading<BetaEstimate> {
    BetaEstimator.estimate(
      by: method, asset: asset, benchmark: benchmark, second: second, crossSection: crossSection,
      minimumObservations: 8, name: "ETH")
  }

  static let kalman = KalmanParameters(processVariance: 1e-3, observationVariance: 1e-5)

  @Test(
    "every method of the set gives its golden beta",
    arguments: [
      (BetaMethod.ordinaryLeastSquares, 1.2766667), (.exponential(.factor(0.94)), 1.2744480),
      (.vasicek(.stated(mean: 1, deviation: 0.3)), 1.2655423), (.blume, 1.1844444), (.kalman(kalman), 1.2727924),
      (.twoFactor(second: "ETH"), 1.2766667),
    ])
  func golden(method: BetaMethod, expected: Double) throws {
    let estimate = try #require(Self.estimate(method).value)
    #expect(isPrinted(estimate.beta, expected, digits: 7), "\(method): \(estimate)")
    #expect(estimate.observations == 8)
    #expect((estimate.standardError ?? 0) > 0)
  }

  @Test("a half-life is the decay that leaves half: λ = ½^(1/h)")
  func halfLife() {
    #expect(isClose(ExponentialDecay.halfLife(bars: 30).perBar, 0.977159968434245872, 1e-15))
    #expect(isClose(ExponentialDecay.halfLife(bars: 1).perBar, 0.5))
    #expect(ExponentialDecay.factor(0.94).perBar == 0.94)
  }

  @Test("parameters outside their range are told apart")
  func validity() {
    #expect([0, -1, 1.01, .nan].allSatisfy { !ExponentialDecay.factor($0).isValid })
    #expect([0, -1, .infinity, .nan].allSatisfy { !ExponentialDecay.halfLife(bars: $0).isValid })
    #expect(ExponentialDecay.factor(1).isValid && ExponentialDecay.halfLife(bars: 0.5).isValid)
    #expect(KalmanParameters().isValid && Self.kalman.isValid)
    #expect(!KalmanParameters(observationVariance: 0).isValid && !KalmanParameters(processVariance: -1).isValid)
  }

  @Test("each name makes a method of that name")
  func names() {
    #expect(BetaMethod.all.map(\.name) == BetaMethod.Name.allCases)
    #expect(BetaMethod.Name(rawValue: "two-factor").map(BetaMethod.init) == .twoFactor(second: "ETH"))
  }

  @Test("with λ = 1 the exponential error is the classical one of a line through the origin (statsmodels)")
  func exponentialError() throws {
    let beta = ExponentialBeta(decay: 1, BetaGoldenTests.pairs)
    #expect(isClose(try #require(beta.standardError), 0.057014579401835956, 1e-12))
    let one = PairedReturns(benchmark: [0.01], asset: [0.02])
    #expect(ExponentialBeta(decay: 0.94, one).standardError == nil)
  }

  @Test("the exponential error is that of many samples: the spread of β over seeded noise")
  func exponentialSpread() throws {
    var generator = SeededGenerator(seed: 5)
    var (betas, squares): ([Double], Double) = ([], 0)
    let benchmark = (0..<200).map { _ in 0.02 * generator.normal() }
    for _ in 0..<1_000 {
      let asset = benchmark.map { 1.3 * $0 + 0.03 * generator.normal() }
      let beta = ExponentialBeta(decay: 0.94, PairedReturns(benchmark: benchmark, asset: asset))
      betas.append(try #require(beta.beta))
      squares += try #require(beta.standardError) * #require(beta.standardError)
    }
    let spread = try #require(RealisedVolatility.deviation(betas))
    #expect(abs((squares / 1_000).squareRoot() / spread - 1) < 0.07)
  }

  @Test("weighted least squares: λ = 0.94 as statsmodels has it, λ = 1 as the ordinary line")
  func weighted() throws {
    let line = try #require(WeightedLeastSquares.fit(BetaGoldenTests.pairs, decay: 0.94))
    #expect(isClose(line.slope, 1.2781878671777558, 1e-12) && isClose(line.intercept, -0.0005675481327719247, 1e-9))
    #expect(isClose(line.slopeError, 0.06203835067932575, 1e-12))
    #expect(isClose(line.interceptError, 0.0012021460150322277, 1e-12))
    #expect(isClose(line.rSquared, 0.9860624393064705, 1e-12))
    let even = try #require(WeightedLeastSquares.fit(BetaGoldenTests.pairs, decay: 1))
    let plain = try #require(OrdinaryLeastSquares.fit(BetaGoldenTests.pairs))
    #expect(isClose(even.slope, plain.slope, 1e-13) && isClose(even.slopeError, plain.slopeError, 1e-12))
  }

  @Test(
    "Vasicek lies between estimate and prior, the closer to the estimate the less its error, and is surer than both")
  func vasicek() throws {
    let line = try #require(Self.estimate(.ordinaryLeastSquares).value)
    let error = try #require(line.standardError)
    for deviation in [0.01, 0.1, 1, 10] {
      let drawn = try #require(line.drawn(towards: BetaPrior(mean: 1, deviation: deviation)))
      let posterior = (1 / (1 / (error * error) + 1 / (deviation * deviation))).squareRoot()
      #expect(drawn.beta > 1 && drawn.beta < line.beta)
      #expect(isClose(drawn.standardError ?? .nan, posterior, 1e-12))
      #expect(drawn.neweyWestError == nil)
    }
    #expect(Self.estimate(.vasicek(.crossSection)).unknownReason?.kind == .tooFewObservations)
    let prior = try #require(BetaPrior(crossSection: [0.7, 1, 1.3]))
    #expect(isClose(prior.mean, 1) && isClose(prior.deviation, 0.3) && prior.assets == 3)
    #expect(BetaPrior(crossSection: [1]) == nil)
    let drawn = Self.estimate(.vasicek(.crossSection), crossSection: prior).value
    #expect(isPrinted(drawn?.beta ?? .nan, 1.2655423, digits: 7))
  }

  @Test("Blume shrinks both errors with the slope")
  func blume() throws {
    let line = try #require(Self.estimate(.ordinaryLeastSquares).value)
    let drawn = try #require(Self.estimate(.blume).value)
    #expect(isClose(drawn.standardError ?? .nan, (line.standardError ?? .nan) * 2 / 3))
    #expect(isClose(drawn.neweyWestError ?? .nan, (line.neweyWestError ?? .nan) * 2 / 3))
  }

  @Test("too few returns are unknown for every method, and say so", arguments: BetaMethod.all)
  func tooFew(method: BetaMethod) {
    let gaps = Self.asset.enumerated().map { $0.offset < 6 ? Double.nan : $0.element }
    let reading = BetaEstimator.estimate(
      by: method, asset: gaps, benchmark: Self.benchmark, second: Self.second,
      crossSection: BetaPrior(mean: 1, deviation: 1), minimumObservations: 3, name: "ETH")
    #expect(reading.unknownReason?.kind == .tooFewObservations, "\(method)")
    #expect(reading.unknownReason?.detail.contains("2 of at least") == true, "\(reading)")
  }
}
