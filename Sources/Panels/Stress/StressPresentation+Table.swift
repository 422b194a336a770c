import HedgeAnalytics
import HedgeModel
import TerminalCells

extension StressPresentation {
  private struct Field {
    let column: TableColumn
    let cell: (StressOutcome) -> TableCell
  }

  /// A row a scenario.
  var table: TableContent {
    let fields = moveFields + moneyFields + riskFields
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      emptyText: study?.outcomes.isEmpty ?? true ? "no scenario is configured" : "no scenario passes the filter")
  }

  private var moveFields: [Field] {
    [
      Field(
        column: TableColumn("  Scenario", .left, width: .shrinking(minimum: 16), sortIndex: 0),
        cell: { row in
          let mark = isWorst(row) ? String(format.glyphs.down) : " "
          return .phrase(Phrase("\(mark) \(row.scenario.name)", emphasis: isWorst(row) ? .bold : []))
        }),
      Field(
        column: TableColumn("\(benchmark) %", width: .content(minimum: 5), priority: 4, sortIndex: 1),
        cell: { row in .phrase(format.phrase(row.benchmarkMove) { format.percent($0, sign: .both) }) }),
    ]
  }

  private var moneyFields: [Field] {
    let currency = format.currencyName
    func field(
      _ title: String, _ priority: Int, _ sortIndex: Int, _ figure: @escaping (StressProfit) -> Reading<Double>
    ) -> Field {
      Field(
        column: TableColumn(
          "\(title) \(currency)", .right, width: .content(minimum: 7), priority: priority, sortIndex: sortIndex),
        cell: { row in .phrase(money(figure(row.profit))) })
    }
    return [
      field("Unhedged", 3, 2) { $0.unhedged }, field("Hedge", 6, 3) { $0.hedge }, field("Funding", 7, 4) { $0.funding },
      field("Hedged", 0, 5) { $0.hedged },
    ]
  }

  private var riskFields: [Field] {
    [
      Field(
        column: TableColumn("Net \(format.glyphs.beta)", width: .content(minimum: 6), priority: 5, sortIndex: 6),
        cell: { row in .phrase(format.phrase(row.netBetaAfter) { format.fixed($0, decimals: 3, sign: .both) }) }),
      Field(
        column: TableColumn("Margin %", .right, width: .content(minimum: 6), priority: 2, sortIndex: 7),
        cell: { .phrase(margin(Self.margin($0))) }),
      Field(
        column: TableColumn("Liquidated", .left, width: .shrinking(minimum: 10), priority: 1, sortIndex: 8),
        cell: { .phrase(liquidation($0.firstLiquidation)) }),
    ]
  }

  func money(_ reading: Reading<Double>) -> Phrase {
    format.phrase(reading, role: FigureFormat.profitRole) { format.amount($0, decimals: 0, sign: .both) }
  }
}
