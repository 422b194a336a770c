import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

extension CostsPresentation {
  /// One row a trade.
  var table: TableContent {
    let currency = format.currencyName
    let columns = [
      TableColumn("Leg", .left, width: .shrinking(minimum: 9), sortIndex: 0),
      TableColumn("Trade \(currency)", width: .content(minimum: 8), priority: 1, sortIndex: 1),
      TableColumn("Fee \(currency)", width: .content(minimum: 6), sortIndex: 2),
      TableColumn("Slippage \(currency)", width: .content(minimum: 7), priority: 2, sortIndex: 3),
      TableColumn("Book", .left, width: .shrinking(minimum: 12), priority: 3),
    ]
    return TableContent(
      columns: columns, rowCount: rows.count, row: { cells(rows[$0]) },
      totals: rows.count > 1 && rows.count == figures?.cost.legs.count ? totals : [],
      emptyText: figures?.cost.legs.isEmpty == false ? "no leg passes the filter" : "")
  }

  private func cells(_ row: LegCost) -> [TableCell] {
    [
      .phrase(Phrase(row.leg.instrument.symbol)), .phrase(Phrase(format.amount(row.notional))),
      .phrase(Phrase(format.amount(row.fee, decimals: 2))),
      .phrase(format.phrase(row.slippage) { format.amount($0, decimals: 2) }), .phrase(book(row)),
    ]
  }

  /// `filled 3 of 5, impact 0.42 bps`, or that there is no depth.
  private func book(_ row: LegCost) -> Phrase {
    guard let fill = row.fill.value else { return Phrase("no depth", .unknown) }
    if row.fill.isStale { return Phrase("depth is stale", .stale) }
    let impact = fill.impactBasisPoints.map { ", impact \(format.fixed($0, decimals: 2)) bps" } ?? ""
    let words = (format.hidesBalances ? (fill.isComplete ? "fills all" : "book too thin") : fill.words) + impact
    return fill.isComplete ? Phrase(words, .label) : Phrase("\(format.glyphs.warning) \(words)", .warning)
  }

  private var totals: [TableCell] {
    guard let cost = figures?.cost else { return [] }
    return [
      .phrase(Phrase("All")), .empty, .phrase(Phrase(format.amount(cost.fees, decimals: 2))),
      .phrase(format.phrase(cost.slippage) { format.amount($0, decimals: 2) }), .empty,
    ]
  }

  /// Every figure of the verdict.
  var details: [DetailLine] {
    guard let figures else { return [] }
    return [
      DetailLine("Fees", format.money(figures.cost.fees)),
      DetailLine("Slippage", figures.cost.slippage, format) { format.money($0) },
      DetailLine("Fees and slippage", figures.cost.total, format) { format.money($0) },
      DetailLine("Drift after", figures.driftAfter, format) { format.beta($0, sign: .both) },
      DetailLine("Verdict", figures.verdict, format) { $0.decision.rawValue },
      DetailLine("Variance removed is worth", figures.verdict, format) { format.money($0.benefit) },
      DetailLine("Deviation a day now", figures.verdict, format) { format.money($0.dailyDeviationNow) },
      DetailLine("Deviation a day after", figures.verdict, format) { format.money($0.dailyDeviationAfter) },
      DetailLine("Break-even drift", figures.verdict, format) {
        $0.breakEvenDrift.map { format.beta($0) } ?? "none"
      },
      DetailLine("Horizon", figures.verdict, format) { format.period($0.basis.horizon) },
      DetailLine("Volatility of the benchmark", figures.verdict, format) {
        format.percentage($0.basis.benchmarkVolatility)
      },
      DetailLine("Risk aversion", figures.verdict, format) { format.fixed($0.basis.riskAversion, decimals: 1) },
    ]
  }
}
