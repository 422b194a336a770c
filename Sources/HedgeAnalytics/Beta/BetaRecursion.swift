/// An estimator that carries its state from bar to bar: a new bar costs the same however long the history is.
protocol BetaRecursion: Sendable {
  /// Takes in the next step; a return that is NaN makes it one without a pair.
  mutating func add(benchmark: Double, asset: Double)

  /// Takes in steps without a pair.
  mutating func skip(steps: Int64)

  /// Pairs taken in.
  var observations: Int { get }

  /// What is estimated by now; nil while nothing can be.
  var estimate: BetaEstimate? { get }
}
