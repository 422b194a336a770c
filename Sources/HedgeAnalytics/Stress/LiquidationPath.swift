import HedgeModel

/// Finds where on a scenario's way an account is liquidated.
struct LiquidationPath {
  /// The book at one scale.
  private typealias Step = (scale: Double, figures: PortfolioFigures)

  private let book: StressedBook
  /// Figures at some scales, rising from 0 to 1.
  private let steps: [Step]

  /// - Parameter after: the figures at the end of the way.
  init(book: StressedBook, after: PortfolioFigures) {
    self.book = book
    let last = book.isStraight ? 1 : 16
    let between = (1..<last).map { step in
      let scale = Double(step) / Double(last)
      return (scale, book.figures(at: scale))
    }
    steps = [(0, book.book.figures)] + between + [(1, after)]
  }

  /// Where account number `index` is liquidated first; nil inside a known reading when it survives.
  func liquidation(ofAccount index: Int) -> Reading<StressLiquidation?> {
    var provenance = Provenance.stated
    for (position, step) in steps.enumerated() {
      switch step.figures.accounts[index].normalisedRatio {
      case .unknown(let reason): return .unknown(reason)
      case .known(let ratio, let taken):
        provenance = provenance.merged(with: taken)
        guard ratio >= 1 else { continue }
        let met = position == 0 ? step : crossing(index, safe: steps[position - 1], lost: step)
        let account = met.figures.accounts[index]
        return .known(
          StressLiquidation(account: account.id, isolatedLeg: account.worstIsolatedLeg, fraction: met.scale),
          provenance)
      }
    }
    return .known(nil, provenance)
  }

  /// Narrows the way between a scale at which the account stands and one at which it does not by the Illinois method,
  /// which keeps the crossing bracketed; at a jump it ends by halving.
  private func crossing(_ index: Int, safe: Step, lost: Step) -> Step {
    var (safe, lost) = (safe, lost)
    var (above, below) = (Self.excess(safe, index), Self.excess(lost, index))
    var lastWasSafe: Bool?
    for round in 0..<80 where lost.scale - safe.scale > 1e-9 {
      let chord = lost.scale - below * (lost.scale - safe.scale) / (below - above)
      let isInside = chord > safe.scale && chord < lost.scale && round < 30
      let scale = isInside ? chord : (safe.scale + lost.scale) / 2
      let middle = (scale, book.figures(at: scale))
      let excess = Self.excess(middle, index)
      if abs(excess) < 1e-12 { return middle }
      if excess > 0 {
        (safe, above) = (middle, excess)
        if lastWasSafe == true { below /= 2 }
      } else {
        (lost, below) = (middle, excess)
        if lastWasSafe == false { above /= 2 }
      }
      lastWasSafe = excess > 0
    }
    return lost
  }

  /// Equity over requirement, less one: positive while the account stands; held finite where nothing is required.
  private static func excess(_ step: Step, _ index: Int) -> Double {
    let ratio = step.figures.accounts[index].normalisedRatio.value ?? 0
    return ratio > 0 ? min(1 / ratio - 1, 1e3) : 1e3
  }
}

extension StressedBook {
  /// True when equity less required margin is concave along the way, so that an account which stands at both ends
  /// stands between them: prices move in straight lines, and margin rates rise with the position without a jump.
  fileprivate var isStraight: Bool {
    let shocks = [scenario.prices != .unmoved, scenario.basis != nil, scenario.funding != nil]
    let jumps = book.portfolio.accounts.contains { account in
      book.legs.contains {
        $0.leg.account == account.id && account.tiers[$0.leg.instrument]?.rule == .wholePosition
      }
    }
    return shocks.count(where: \.self) < 2 && !jumps
  }
}
