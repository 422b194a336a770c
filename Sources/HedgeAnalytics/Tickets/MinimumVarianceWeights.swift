/// Notionals of several hedging instruments that together leave the least variance: n = −H·Σ_FF⁻¹·Σ_FS.
public struct MinimumVarianceWeights: Hashable, Sendable {
  /// Signed notional of each instrument, negative when short, in the currency of the book.
  public let notionals: [Double]
  /// Variance of the book's profit a bar without the hedge.
  public let unhedgedVariance: Double
  /// Variance of the book's profit a bar with it.
  public let hedgedVariance: Double

  /// 1 − Var(hedged)/Var(unhedged).
  public var effectiveness: Double {
    MinimumVarianceHedge.effectiveness(hedgedVariance: hedgedVariance, unhedgedVariance: unhedgedVariance)
  }

  /// From covariances.
  ///
  /// - Parameters:
  ///   - covariance: Σ_FF of the instruments' returns, row by row.
  ///   - withBook: Σ_FS of each instrument's return with the book's profit in its currency.
  ///   - bookVariance: variance of that profit.
  ///   - hedgeRatio: H, 1 for the least variance of all.
  /// - Throws: ``MinimumVarianceError`` when the matrix does not determine the weights.
  public init(
    covariance: [[Double]], withBook: [Double], bookVariance: Double, hedgeRatio: Double = 1
  ) throws(MinimumVarianceError) {
    guard covariance.count == withBook.count else { throw .notSquare }
    if let index = withBook.firstIndex(where: { !$0.isFinite }) { throw .notFinite(instrument: index) }
    let notionals = try CholeskyFactor(covariance).solve(withBook).map { -hedgeRatio * $0 }
    self.notionals = notionals
    unhedgedVariance = bookVariance
    let cross = zip(notionals, withBook).reduce(0) { $0 + 2 * $1.0 * $1.1 }
    hedgedVariance = zip(notionals, covariance).reduce(bookVariance + cross) { sum, item in
      sum + item.0 * zip(item.1, notionals).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// From returns. A bar in which one of them is not a number is left out of all: nothing is filled with zero.
  ///
  /// - Parameters:
  ///   - instruments: returns of each instrument, all of the same bars.
  ///   - book: values and returns of what is held.
  ///   - hedgeRatio: H.
  /// - Throws: ``MinimumVarianceError``.
  public init(
    instruments: [[Double]], book: [(value: Double, returns: [Double])], hedgeRatio: Double = 1
  ) throws(MinimumVarianceError) {
    let length = (instruments + book.map(\.returns)).map(\.count).min() ?? 0
    let profits = (0..<length).map { bar in book.reduce(0.0) { $0 + $1.value * $1.returns[bar] } }
    let bars = (0..<length).filter { bar in profits[bar].isFinite && instruments.allSatisfy { $0[bar].isFinite } }
    let needed = instruments.count + 2
    guard bars.count >= needed else { throw .tooFewObservations(found: bars.count, needed: needed) }
    let centred = (instruments + [profits]).map { series -> [Double] in
      let mean = bars.reduce(0) { $0 + series[$1] } / Double(bars.count)
      return bars.map { series[$0] - mean }
    }
    func covariance(_ first: [Double], _ second: [Double]) -> Double {
      zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } / Double(bars.count - 1)
    }
    let (futures, own) = (centred.dropLast(), centred[centred.count - 1])
    try self.init(
      covariance: futures.map { row in futures.map { covariance(row, $0) } },
      withBook: futures.map { covariance($0, own) }, bookVariance: covariance(own, own), hedgeRatio: hedgeRatio)
  }
}
