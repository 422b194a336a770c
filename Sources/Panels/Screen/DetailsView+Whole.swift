import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

extension DetailsView {
  func lines(_ account: AccountFigures) -> [DetailLine] {
    let format = context.format
    func line(_ label: String, _ reading: Reading<Double>, _ write: @escaping (Double) -> String) -> DetailLine {
      DetailLine(label, reading, format, write)
    }
    return [
      DetailLine("Rules", account.convention.rawValue),
      line("Wallet balance", account.walletBalance) { format.money($0) },
      line("Unrealised profit", account.unrealisedProfit) { format.money($0, sign: .both) },
      line("Equity", account.equity) { format.money($0) },
      line("Initial margin", account.initialMargin) { format.money($0) },
      line("Maintenance margin", account.maintenanceMargin) { format.money($0) },
      line(account.ratio.name, account.ratio.value) { format.percentage($0, decimals: 2) },
      DetailLine("Liquidated at", format.percentage(account.ratio.liquidatesAt)),
      line("Normalised ratio", account.normalisedRatio) { format.percentage($0, decimals: 2) },
      line("Liquidating benchmark move", account.liquidatingBenchmarkMove) { format.percentage($0, sign: .both) },
      line(
        "Collateral to survive \(format.percentage(account.survivalMove, decimals: 0, sign: .both))",
        account.collateralToSurvive
      ) { format.money($0) },
    ]
  }

  func lines(_ strategy: StrategyFigures, _ panel: PanelID) -> [DetailLine] {
    switch panel {
    case .beta, .margin: netBeta(strategy)
    case .funding: funding(strategy.funding)
    default: totals(strategy)
    }
  }

  private func totals(_ strategy: StrategyFigures) -> [DetailLine] {
    let format = context.format
    return [
      DetailLine("Spot value", strategy.spotValue, format) { format.money($0) },
      DetailLine("Change in 24 h", strategy.spotChange, format) { format.percentage($0, decimals: 2, sign: .both) },
      DetailLine("Notional of the legs", strategy.legNotional, format) { format.money($0) },
      DetailLine("Profit of the legs", strategy.unrealisedProfit, format) { format.money($0, sign: .both) },
    ]
  }

  private func netBeta(_ strategy: StrategyFigures) -> [DetailLine] {
    let format = context.format
    let figures = strategy.netBeta
    func line(_ label: String, _ reading: Reading<Double>) -> DetailLine {
      DetailLine(label, reading, format) { format.beta($0, sign: .both) }
    }
    let causes = figures.attribution
    return [
      DetailLine(strategy.policy.aim.title, strategy.policy.aim.value.description),
      DetailLine("Hedge ratio achieved", figures.achievedHedgeRatio, format) { format.fixed($0, decimals: 4) },
      line("Net beta over \(figures.denominator.rawValue)", figures.netBeta),
      line("Net beta over equity", figures.netBetaOverEquity), line("Beta of the spot", figures.spotBeta),
      line("Target", figures.target), line("Drift", figures.drift),
      DetailLine("Band", format.glyphs.plusMinus + format.fixed(figures.band, decimals: 4)),
      line("Standard error of drift", figures.driftStandardError),
      DetailLine("Within noise", figures.isWithinNoise, format) { $0 ? "yes" : "no" },
      line("Drift since last review", causes.map(\.total)), line("  by prices", causes.map(\.prices)),
      line("  by fills", causes.map(\.fills)), line("  by betas", causes.map(\.betas)),
      line("  by the target", causes.map(\.target)),
    ]
  }

  private func funding(_ figures: FundingFigures) -> [DetailLine] {
    let format = context.format
    return [
      cash("Funding a day", figures.perDay),
      DetailLine("Yield a year", figures.annualisedYield, format) {
        format.percentage($0, decimals: 2, sign: .both)
      },
      cash("Accrued", figures.accrued), cash("Over \(format.period(figures.holdingPeriod))", figures.projected),
      DetailLine("Round-trip fees", figures.roundTripFees, format) { format.money($0) },
      DetailLine("Break-even fall", figures.breakEvenMove, format) { format.percentage($0, decimals: 2) },
      DetailLine("Next payment in", figures.nextStamp.map { format.countdown(to: $0) } ?? format.glyphs.unknown),
    ]
  }
}
