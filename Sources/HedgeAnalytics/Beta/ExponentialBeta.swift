/// Beta with weights that fade by λ a step, about zero means: β = Σλ^k·x·y / Σλ^k·x², k = 0 for the newest.
public struct ExponentialBeta: Hashable, Sendable {
  /// λ, in (0, 1].
  public let decay: Double
  private var crossProduct = 0.0
  private var square = 0.0
  private var assetSquare = 0.0

  /// No observations yet.
  public init(decay: Double) {
    self.decay = decay
  }

  /// Over `pairs`, oldest first.
  public init(decay: Double, _ pairs: PairedReturns) {
    self.init(decay: decay)
    for (x, y) in zip(pairs.benchmark, pairs.asset) { add(benchmark: x, asset: y) }
  }

  /// Adds the next step. One without a pair (NaN) is skipped and nothing fades.
  public mutating func add(benchmark x: Double, asset y: Double) {
    guard !x.isNaN, !y.isNaN else { return }
    crossProduct = decay * crossProduct + x * y
    square = decay * square + x * x
    assetSquare = decay * assetSquare + y * y
  }

  /// β; nil while the benchmark has not moved.
  public var beta: Double? { square > 0 ? crossProduct / square : nil }

  /// Correlation about zero means; nil while either has not moved.
  public var correlation: Double? {
    square > 0 && assetSquare > 0 ? crossProduct / (square * assetSquare).squareRoot() : nil
  }
}
