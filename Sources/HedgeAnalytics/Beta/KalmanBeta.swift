import HedgeModel

/// A beta that wanders, followed by a scalar Kalman filter.
///
/// Each step: P += Q; K = P·x/(x²·P + R); β += K·(y − x·β); P ×= 1 − K·x.
public struct KalmanBeta: Hashable, Sendable {
  /// Q: variance β gains a step.
  public let processVariance: Double
  /// R: variance of the asset's own moves.
  public let observationVariance: Double
  /// β now.
  public private(set) var beta: Double
  /// P: variance of β now.
  public private(set) var variance: Double
  /// Pairs taken in.
  public private(set) var observations = 0

  /// A filter that begins at `beta` with `variance`.
  public init(processVariance: Double, observationVariance: Double, beta: Double = 1, variance: Double = 1) {
    self.processVariance = processVariance
    self.observationVariance = observationVariance
    self.beta = beta
    self.variance = variance
  }

  /// A filter that begins as `parameters` say.
  public init(_ parameters: KalmanParameters) {
    self.init(
      processVariance: parameters.processVariance, observationVariance: parameters.observationVariance,
      beta: parameters.initialBeta, variance: parameters.initialVariance)
  }

  /// Follows one more step; one without a pair (NaN) only widens the variance.
  public mutating func add(benchmark x: Double, asset y: Double) {
    variance += processVariance
    guard !x.isNaN, !y.isNaN else { return }
    let gain = variance * x / (x * x * variance + observationVariance)
    beta += gain * (y - x * beta)
    variance *= 1 - gain * x
    observations += 1
  }
}

extension KalmanBeta: BetaRecursion {
  mutating func skip(steps: Int64) { variance += processVariance * Double(steps) }

  var estimate: BetaEstimate? {
    BetaEstimate(
      source: .kalman, beta: beta, standardError: variance.squareRoot(), observations: observations)
  }
}
