import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
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
    ] + (context.snapshot?.reconciliations.first { $0.account == account.id }.map(lines) ?? [])
  }

  /// Our figures beside the venue's own.
  private func lines(_ reconciliation: Reconciliation) -> [DetailLine] {
    reconciliation.lines.flatMap { line in
      let words = ReconciliationWords(line: line, format: context.format)
      let cause = line.cause.map { Phrase("\(context.format.glyphs.warning) \($0)", .warning) }
      return [
        DetailLine(words.subject.prefix(1).uppercased() + words.subject.dropFirst(), line.ours, context.format) {
          words.write($0)
        },
        DetailLine("  the venue's", line.venue, context.format) { words.write($0) },
        DetailLine("  difference", line.difference, context.format, source: cause) { words.share($0) },
      ]
    }
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
