import HedgeModel

extension StrategyState {
  /// The legs that hedge, in the order of the configuration.
  var hedges: [LegState] { legs.filter { !side.contains($0.leg.instrument, isLong: $0.isLong) } }

  /// How the hedge is to be shared out among its futures for the least variance, at its target net beta.
  ///
  /// A coin whose stated beta is 0 stands still: it is not part of the variance. Unknown as soon as a price, a beta or a
  /// history is.
  func shares(_ covariances: Reading<CoinCovariances>?) -> Reading<HedgeShares> {
    var gate = ReadingGate()
    var book: [Asset: Double] = [:]
    for holding in holdings where holding.subject.beta.value?.isAtRest != true {
      book[holding.asset, default: 0] += gate.take(holding.value) ?? 0
    }
    for leg in legs where side.contains(leg.leg.instrument, isLong: leg.isLong) {
      book[leg.instrument.underlying, default: 0] += gate.take(leg.notional) ?? 0
    }
    var futures: [Asset: Double] = [:]
    for leg in hedges { futures[leg.instrument.underlying] = gate.take(leg.beta)?.beta ?? 0 }
    let (held, drift) = (gate.take(hedgeBetaDollars), gate.take(drift))
    guard let value = gate.take(denominatorValue), let held, let drift else {
      return .unknown(gate.missing ?? UnknownReason(.undefined, "the book has no net beta"))
    }
    let betaValue = held - drift * value
    let known = covariances ?? .unknown(UnknownReason(.notReceived, "no price history of \(strategy.name) yet"))
    return gate.reading(()).flatMap { _ in
      known.flatMap {
        HedgeShares.reading(futures: futures, book: book, betaValue: betaValue, covariances: $0)
      }
    }
  }
}

extension BetaEstimate {
  /// True for a coin whose beta is stated to be 0, such as a coin of a dollar.
  fileprivate var isAtRest: Bool { source == .override && beta == 0 }
}
