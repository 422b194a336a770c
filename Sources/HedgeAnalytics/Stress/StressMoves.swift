import HedgeModel

/// Works out how far each coin moves in a scenario.
struct StressMoves {
  let book: StressBook
  let scenario: StressScenario
  let benchmarkMove: Reading<Double>

  /// The move of one coin; no price falls by more than all of it.
  func move(of asset: Asset) -> StressMove {
    let (move, rule) = unlimited(asset)
    return StressMove(asset: asset, move: move.map { max($0, -1) }, rule: rule)
  }

  private func unlimited(_ asset: Asset) -> (Reading<Double>, StressMove.Rule) {
    switch scenario.prices {
    case .unmoved: return (.stated(0), .unmoved)
    case .benchmark: return (byBeta(asset), .beta)
    case .correlated: return (book.volatilityRatio(of: asset) * benchmarkMove, .volatility)
    case .stated(let moves, _, let others):
      if let move = moves[asset] { return (.stated(move), .stated) }
      return others == .beta ? (byBeta(asset), .beta) : (.stated(0), .unmoved)
    }
  }

  private func byBeta(_ asset: Asset) -> Reading<Double> {
    let estimate = book.beta(of: asset)
    let beta = estimate.map(\.beta)
    guard let shock = scenario.betas else { return beta * benchmarkMove }
    return (beta + shift(of: asset, estimate: estimate, by: shock)) * benchmarkMove
  }

  /// By how much an estimate of a coin's beta is off: ±k standard errors.
  ///
  /// Against the book is the side on which β·x costs it more: down where net value times the benchmark's move is
  /// positive, up where it is negative, nowhere when the coin nets to nothing.
  func shift(of asset: Asset, estimate: Reading<BetaEstimate>, by shock: BetaShock) -> Reading<Double> {
    let error = estimate.flatMap { estimate -> Reading<Double> in
      if let error = estimate.standardError { return .stated(error * shock.standardErrors) }
      return .unknown(UnknownReason(.undefined, "the beta of \(asset) is stated and has no standard error"))
    }
    switch shock.side {
    case .higher: return error
    case .lower: return error.map { -$0 }
    case .against:
      let gain = (book.netValues[asset] ?? .stated(0)) * benchmarkMove
      return error.combined(with: gain) { $1 > 0 ? -$0 : $1 < 0 ? $0 : 0 }
    }
  }
}

extension PriceShock {
  /// The move of the benchmark: stated, or of a list the weighted moves of the benchmark's parts.
  func benchmarkMove(of benchmark: Benchmark, in scenario: StressScenario) -> Reading<Double> {
    switch self {
    case .unmoved: return .stated(0)
    case .benchmark(let move), .correlated(let move): return .stated(move)
    case .stated(let moves, let stated, let others):
      if let stated { return .stated(stated) }
      return benchmark.components.sum { component in
        if let move = moves[component.asset] { return .stated(move * component.weight) }
        if others == .unmoved { return .stated(0) }
        return .unknown(
          UnknownReason(
            .notConfigured, "scenario \(scenario.name) states no move of \(component.asset), the benchmark"))
      }
    }
  }
}
