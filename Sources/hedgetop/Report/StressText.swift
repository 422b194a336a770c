import HedgeAnalytics
import HedgeModel

/// A stress table for people: amounts rounded, signs written out, unknown figures as dashes with their reasons below.
struct StressText {
  let table: StressTable
  /// True to show each scenario with its coins, strategies and accounts.
  let isDetailed: Bool

  init(_ table: StressTable, isDetailed: Bool = false) {
    self.table = table
    self.isDetailed = isDetailed
  }

  var text: String {
    let heading = "\(table.portfolio), \(table.now.iso8601), amounts in \(table.currency)\n\n"
    let details = isDetailed ? table.outcomes.map { "\n" + self.details($0) }.joined() : ""
    return heading + summary + details + notes
  }

  /// A row a scenario; of a book of several strategies one for each below it.
  private var summary: String {
    var rows = TextTable([
      .init("scenario", .words), .init("\(table.benchmark.label)"), .init("unhedged"), .init("hedge"),
      .init("funding"), .init("hedged"), .init("net beta"), .init("margin"), .init("liquidated first", .words),
    ])
    for outcome in table.outcomes {
      rows.add(
        [outcome.scenario.name, StressWords.move(outcome.benchmarkMove)] + profit(outcome.profit)
          + [StressWords.beta(outcome.netBetaAfter), worstMargin(outcome), StressWords.words(outcome.firstLiquidation)])
      guard outcome.strategies.count > 1, !isDetailed else { continue }
      for strategy in outcome.strategies {
        rows.add(["  \(strategy.name)", ""] + profit(strategy.profit) + [StressWords.beta(strategy.netBetaAfter)])
      }
    }
    return rows.text()
  }

  private func profit(_ profit: StressProfit) -> [String] {
    [profit.unhedged, profit.hedge, profit.funding, profit.hedged].map(StressWords.money)
  }

  /// The margin bar of the account that is worst off afterwards; a dash as soon as one cannot be told.
  private func worstMargin(_ outcome: StressOutcome) -> String {
    guard !outcome.accounts.isEmpty else { return "" }
    guard outcome.accounts.allSatisfy({ $0.marginAfter.value != nil }) else { return "-" }
    let worst = outcome.accounts.max { ($0.marginAfter.value ?? 0) < ($1.marginAfter.value ?? 0) }
    return worst.map { StressWords.margin($0) } ?? ""
  }

  private func details(_ outcome: StressOutcome) -> String {
    var coins = TextTable([.init("coin", .words), .init("move"), .init("by", .words)])
    for move in outcome.moves {
      coins.add([move.asset.symbol, StressWords.move(move.move), StressWords.rule(move.rule)])
    }
    var strategies = TextTable([
      .init("strategy", .words), .init("unhedged"), .init("hedge"), .init("funding"), .init("hedged"),
      .init("net beta"), .init("after"),
    ])
    for strategy in outcome.strategies {
      strategies.add(
        [strategy.name] + profit(strategy.profit)
          + [StressWords.beta(strategy.netBetaBefore), StressWords.beta(strategy.netBetaAfter)])
    }
    var accounts = TextTable([
      .init("account", .words), .init("margin"), .init("equity after"), .init("liquidated", .words),
    ])
    for account in outcome.accounts {
      accounts.add([
        account.id.name, StressWords.margin(account), StressWords.money(account.equityAfter, signed: false),
        StressWords.words(account.liquidation, naming: false),
      ])
    }
    let blocks = [coins, strategies, accounts].filter { !$0.rows.isEmpty }.map { $0.text(indent: 2) }
    return "\(outcome.scenario.name): \(outcome.scenario.source)\n" + blocks.joined(separator: "\n")
  }
}
