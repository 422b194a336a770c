/// What betas are expected to be: the prior of Vasicek's estimator.
public struct BetaPrior: Hashable, Sendable {
  /// Mean of the betas.
  public let mean: Double
  /// Their deviation, σ.
  public let deviation: Double
  /// Assets it was taken from; nil when stated.
  public let assets: Int?

  /// A stated prior.
  public init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
    assets = nil
  }

  /// The prior of a cross-section: mean and sample deviation (n − 1) of its betas; nil for fewer than two.
  public init?(crossSection betas: [Double]) {
    guard betas.count > 1 else { return nil }
    let mean = betas.reduce(0, +) / Double(betas.count)
    let squares = betas.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = (squares / Double(betas.count - 1)).squareRoot()
    assets = betas.count
  }

  /// The weight of an estimate with standard error `error` against this prior: σ²/(s² + σ²). With neither error nor
  /// deviation the estimate stands.
  public func weight(error: Double) -> Double {
    let total = error * error + deviation * deviation
    return total > 0 ? deviation * deviation / total : 1
  }
}
