import HedgeModel

/// Finds where on a scenario's way an account is liquidated.
struct LiquidationPath {
  private static let precision = 1e-9

  private let book: StressedBook
  /// Figures at some scales, rising from 0 to 1.
  private let steps: [(scale: Double, figures: PortfolioFigures)]

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
        let safe = position == 0 ? 0 : steps[position - 1].scale
        return .known(crossing(index, safe: safe, lost: step), provenance)
      }
    }
    return .known(nil, provenance)
  }

  /// Halves the way between a scale at which the account stands and one at which it does not.
  private func crossing(
    _ index: Int, safe: Double, lost: (scale: Double, figures: PortfolioFigures)
  ) -> StressLiquidation {
    var (safe, lost) = (safe, lost)
    while lost.scale - safe > Self.precision {
      let middle = (safe + lost.scale) / 2
      let figures = book.figures(at: middle)
      if (figures.accounts[index].normalisedRatio.value ?? 0) >= 1 {
        lost = (middle, figures)
      } else {
        safe = middle
      }
    }
    let account = lost.figures.accounts[index]
    return StressLiquidation(account: account.id, isolatedLeg: account.worstIsolatedLeg, fraction: lost.scale)
  }
}

extension StressedBook {
  /// True when equity less required margin is concave along the way, so that an account which stands at both ends
  /// stands between them: prices move in straight lines, and margin rates rise with the position without a jump.
  fileprivate var isStraight: Bool {
    let isSingle =
      [scenario.prices != .unmoved, scenario.basis != nil, scenario.funding != nil].filter { $0 }.count < 2
    let jumps = book.portfolio.accounts.contains { account in
      book.legs.contains {
        $0.leg.account == account.id && account.tiers[$0.leg.instrument]?.rule == .wholePosition
      }
    }
    return isSingle && !jumps
  }
}
