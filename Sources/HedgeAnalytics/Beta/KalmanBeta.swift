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

  /// A filter that begins at `beta` with `variance`.
  public init(processVariance: Double, observationVariance: Double, beta: Double = 1, variance: Double = 1) {
    self.processVariance = processVariance
    self.observationVariance = observationVariance
    self.beta = beta
    self.variance = variance
  }

  /// Follows one more step; one without a pair (NaN) only widens the variance.
  public mutating func add(benchmark x: Double, asset y: Double) {
    variance += processVariance
    guard !x.isNaN, !y.isNaN else { return }
    let gain = variance * x / (x * x * variance + observationVariance)
    beta += gain * (y - x * beta)
    variance *= 1 - gain * x
  }
}
