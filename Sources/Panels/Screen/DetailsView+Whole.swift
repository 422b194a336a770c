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
    let details = StrategyDetails(strategy: strategy, format: context.format)
    return switch panel {
    case .beta, .margin: details.netBeta
    case .funding: details.funding
    default: details.totals
    }
  }
}
