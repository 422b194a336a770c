import HedgeAnalytics
import HedgeModel

/// Why figures are missing, each reason once, in the order of the figures.
struct UnknownFigures {
  /// One line a reason.
  private(set) var lines: [String] = []
  private var seen: Set<String> = []

  /// The reasons in all figures. A figure that has no meaning, such as the yearly basis of a perpetual, is not missing.
  init(_ figures: PortfolioFigures) {
    note(figures.benchmarkPrice)
    note(figures.benchmarkChange)
    for strategy in figures.strategies { note(strategy) }
    for account in figures.accounts {
      note(account.equity)
      note(account.maintenanceMargin)
      note(account.ratio.value)
      note(account.normalisedRatio)
      note(account.liquidatingBenchmarkMove)
      note(account.collateralToSurvive)
    }
  }

  private mutating func note(_ strategy: StrategyFigures) {
    for holding in strategy.holdings {
      note(holding.quantity)
      note(holding.price)
      note(holding.change)
      note(holding.value)
      note(holding.beta)
    }
    note(costsMissing: strategy.holdings)
    for leg in strategy.legs {
      note(leg.mark)
      note(leg.notional)
      note(leg.beta)
      note(leg.unrealisedProfit)
      note(leg.basis)
      if LegsPresentation.paysFunding(leg) {
        note(leg.funding.rate)
        note(leg.funding.accrued)
      }
      note(leg.liquidationPrice)
    }
    note(strategy.netBeta.drift)
    note(strategy.netBeta.driftStandardError)
    note(strategy.netBeta.attribution)
    note(strategy.funding.perDay)
  }

  private mutating func note<Value>(_ reading: Reading<Value>) {
    guard let reason = reading.unknownReason, reason.kind != .undefined, seen.insert(reason.detail).inserted else {
      return
    }
    lines.append(reason.detail)
  }

  /// Costs the user has not stated are one line for all coins.
  private mutating func note(costsMissing holdings: [HoldingFigures]) {
    let missing = holdings.filter {
      $0.origin == .spot && $0.price.value != nil && $0.unrealisedProfit.unknownReason?.kind == .notConfigured
    }
    guard !missing.isEmpty else { return }
    lines.append("P&L of \(missing.map(\.asset.symbol).joined(separator: ", ")): no cost is stated")
  }
}
