import HedgeModel

/// Beta with weights that fade by λ a step, about zero means: β = Σλ^k·x·y / Σλ^k·x², k = 0 for the newest.
public struct ExponentialBeta: Hashable, Sendable {
  /// λ, in (0, 1].
  public let decay: Double
  /// Pairs taken in.
  public private(set) var observations = 0
  /// Weight of the first observation before it fades: 1, or 1/(1 − λ) when it stands for all that came before it.
  private var nextWeight: Double
  private var weight = 0.0
  private var crossProduct = 0.0
  private var square = 0.0
  private var assetSquare = 0.0
  /// Σw²·x², for the error.
  private var squareOfWeights = 0.0

  /// No observations yet.
  ///
  /// - Parameter isSeeded: true for the recursion S₁ = x₁y₁, S_t = λ·S_{t−1} + (1 − λ)·x_t·y_t, which starts from its
  ///   first observation (RiskMetrics); false for the plain weighted sums. They differ by less and less.
  public init(decay: Double, isSeeded: Bool = false) {
    self.decay = decay
    nextWeight = isSeeded && decay < 1 ? 1 / (1 - decay) : 1
  }

  /// Over `pairs`, oldest first.
  public init(decay: Double, isSeeded: Bool = false, _ pairs: PairedReturns) {
    self.init(decay: decay, isSeeded: isSeeded)
    for (x, y) in zip(pairs.benchmark, pairs.asset) { add(benchmark: x, asset: y) }
  }

  /// Adds the next step. One without a pair (NaN) is skipped and nothing fades.
  public mutating func add(benchmark x: Double, asset y: Double) {
    guard !x.isNaN, !y.isNaN else { return }
    weight = decay * weight + nextWeight
    crossProduct = decay * crossProduct + nextWeight * x * y
    square = decay * square + nextWeight * x * x
    assetSquare = decay * assetSquare + nextWeight * y * y
    squareOfWeights = decay * decay * squareOfWeights + nextWeight * nextWeight * x * x
    nextWeight = 1
    observations += 1
  }

  /// β; nil while the benchmark has not moved.
  public var beta: Double? { square > 0 ? crossProduct / square : nil }

  /// Standard error of β for residuals of one size without memory; nil before the second pair.
  ///
  /// β is linear in y, so its variance is σ²·Σw²x²/(Σwx²)². The residuals' weighted squares have the mean
  /// σ²·(Σw − Σw²x²/Σwx²), which gives σ² without bias. With λ = 1 it is the classical error of a line through the
  /// origin.
  public var standardError: Double? {
    guard observations > 1, square > 0 else { return nil }
    let freedom = weight - squareOfWeights / square
    guard freedom > 0 else { return nil }
    let residuals = max(0, assetSquare - crossProduct * crossProduct / square)
    return (residuals / freedom * squareOfWeights).squareRoot() / square
  }

  /// Correlation about zero means; nil while either has not moved.
  public var correlation: Double? {
    square > 0 && assetSquare > 0 ? crossProduct / (square * assetSquare).squareRoot() : nil
  }

  /// Weighted mean of the asset's squared returns; nil before the first pair.
  public var assetVariance: Double? { weight > 0 ? assetSquare / weight : nil }
}

extension ExponentialBeta: BetaRecursion {
  mutating func skip(steps: Int64) {}

  var estimate: BetaEstimate? {
    beta.map { beta in
      BetaEstimate(
        source: .exponential, beta: beta, standardError: standardError, rSquared: correlation.map { $0 * $0 },
        correlation: correlation, observations: observations)
    }
  }
}
