import HedgeAnalytics
import HedgeModel

extension StressPresentation {
  /// One scenario in full: the whole book, its strategies, its accounts, its coins.
  func details(of key: String) -> [DetailLine] {
    guard let outcome = study?.outcomes.first(where: { $0.scenario.name == key }) else { return [] }
    return whole(outcome) + outcome.strategies.flatMap(strategy) + outcome.accounts.flatMap(account)
      + outcome.moves.map { move in
        DetailLine("\(move.asset) moves, \(words(move.rule))", move.move, format) {
          format.percentage($0, sign: .both)
        }
      }
  }

  private func whole(_ outcome: StressOutcome) -> [DetailLine] {
    [
      DetailLine("Source", outcome.scenario.source),
      DetailLine("\(benchmark) moves", outcome.benchmarkMove, format) { format.percentage($0, sign: .both) },
    ] + profit(outcome.profit) + [
      beta("Net beta now", outcome.netBetaBefore), beta("Net beta afterwards", outcome.netBetaAfter),
      DetailLine("First liquidated", outcome.firstLiquidation, format) { liquidation(.stated($0)).text },
    ]
  }

  private func profit(_ profit: StressProfit) -> [DetailLine] {
    [
      ("Profit unhedged", profit.unhedged), ("  of the hedge", profit.hedge), ("  of funding", profit.funding),
      ("Profit hedged", profit.hedged),
    ].map { label, reading in DetailLine(label, reading, format) { format.money($0, sign: .both) } }
  }

  private func strategy(_ strategy: StressStrategyOutcome) -> [DetailLine] {
    [
      DetailLine("\(strategy.name), unhedged", strategy.profit.unhedged, format) { format.money($0, sign: .both) },
      DetailLine("  hedged", strategy.profit.hedged, format) { format.money($0, sign: .both) },
      beta("  net beta now", strategy.netBetaBefore), beta("  net beta afterwards", strategy.netBetaAfter),
    ]
  }

  private func account(_ account: StressAccountOutcome) -> [DetailLine] {
    [
      DetailLine("\(account.id), margin now", account.marginBefore, format) { format.percentage($0) },
      DetailLine("  margin afterwards", account.marginAfter, format) { format.percentage($0) },
      DetailLine("  equity afterwards", account.equityAfter, format) { format.money($0) },
      DetailLine("  liquidated", account.liquidation, format) { liquidation(.stated($0)).text },
    ]
  }

  private func beta(_ label: String, _ reading: Reading<Double>) -> DetailLine {
    DetailLine(label, reading, format) { format.beta($0, sign: .both) }
  }

  private func words(_ rule: StressMove.Rule) -> String {
    switch rule {
    case .stated: "as stated"
    case .beta: "by beta"
    case .volatility: "by volatility"
    case .unmoved: "stands"
    }
  }
}
