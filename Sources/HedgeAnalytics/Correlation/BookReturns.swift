/// Returns of a spot book with and without its hedge, both on the spot value they began from.
public struct BookReturns: Hashable, Sendable {
  /// Profit of the spot over its value a step before.
  public let unhedged: [Double]
  /// Profit of spot and hedge over the spot's value a step before.
  public let hedged: [Double]

  /// Returns from profits; NaN where a number is missing or there was no spot.
  ///
  /// - Parameters:
  ///   - valuesBefore: spot value at the start of each step.
  ///   - spotProfits: what the spot gained in it.
  ///   - hedgeProfits: what the hedge gained in it: its price, funding, less fees.
  public init(valuesBefore: [Double], spotProfits: [Double], hedgeProfits: [Double]) {
    let steps = zip(valuesBefore, zip(spotProfits, hedgeProfits)).map { value, profits in
      let isKnown = value > 0 && value.isFinite && !(profits.0 + profits.1).isNaN
      return isKnown ? (profits.0 / value, (profits.0 + profits.1) / value) : (.nan, .nan)
    }
    unhedged = steps.map(\.0)
    hedged = steps.map(\.1)
  }

  /// Returns of a book whose quantities did not change: the spot's profit is the change of its value.
  ///
  /// - Parameters:
  ///   - spotValues: at each close, NaN where unknown.
  ///   - hedgeProfits: of the steps between, one fewer.
  public init(spotValues: [Double], hedgeProfits: [Double]) {
    self.init(
      valuesBefore: Array(spotValues.dropLast()), spotProfits: zip(spotValues, spotValues.dropFirst()).map { $1 - $0 },
      hedgeProfits: hedgeProfits)
  }
}
