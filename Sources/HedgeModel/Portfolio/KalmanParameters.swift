/// What a Kalman filter of beta needs to be told.
public struct KalmanParameters: Hashable, Sendable {
  /// Q: variance beta gains a bar.
  public let processVariance: Double
  /// R: variance of the asset's own moves a bar.
  public let observationVariance: Double
  /// β before the first bar.
  public let initialBeta: Double
  /// P: variance of β before the first bar.
  public let initialVariance: Double

  /// Parameters; by default those of a coin on daily bars whose own moves are 3 % and whose beta wanders 0.01 a day.
  public init(
    processVariance: Double = 1e-4, observationVariance: Double = 1e-3, initialBeta: Double = 1,
    initialVariance: Double = 1
  ) {
    self.processVariance = processVariance
    self.observationVariance = observationVariance
    self.initialBeta = initialBeta
    self.initialVariance = initialVariance
  }

  /// True when the variances may be ones: none negative or infinite, and R positive.
  public var isValid: Bool {
    let variances = [processVariance, observationVariance, initialVariance]
    return variances.allSatisfy { $0 >= 0 && $0.isFinite } && observationVariance > 0 && initialBeta.isFinite
  }
}
