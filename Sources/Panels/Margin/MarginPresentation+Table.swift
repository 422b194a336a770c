import HedgeAnalytics
import HedgeModel
import TerminalCells

extension MarginPresentation {
  private struct Field {
    let column: TableColumn
    let cell: (AccountFigures) -> TableCell
  }

  /// One row an account, for when there is no room for more.
  var table: TableContent {
    let isStale = rows.contains { $0.normalisedRatio.isStale }
    let fields = (riskFields + moneyFields).filter {
      switch $0.column.title {
      case "Age": isStale
      case "Venue": !reconciliations.isEmpty
      default: true
      }
    }
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      emptyText: accounts.isEmpty ? "no margin accounts" : "no account passes the filter")
  }

  private var riskFields: [Field] {
    [
      Field(
        column: TableColumn("Account", .left, width: .shrinking(minimum: 6), sortIndex: 0),
        cell: { .phrase(Phrase($0.id.name)) }),
      Field(
        column: TableColumn("Liq. %", width: .content(minimum: 6), sortIndex: 1),
        cell: { row in .phrase(format.phrase(row.normalisedRatio) { format.percent($0) }) }),
      Field(
        column: TableColumn(
          "0 – 100 %".ascii(if: format.glyphs.isASCII, "0 - 100 %"), .left,
          width: .drawing(minimum: 8, maximum: 30), priority: 3),
        cell: { .bar($0.normalisedRatio.value, level($0)?.role ?? .unknown) }),
      Field(column: TableColumn("Level", .left, width: .content(minimum: 8)), cell: { .phrase(word($0)) }),
      Field(
        column: TableColumn("Move %", width: .content(minimum: 6), priority: 1, sortIndex: 2),
        cell: { .phrase(movePercent($0.liquidatingBenchmarkMove)) }),
      Field(
        column: TableColumn("Venue's ratio", .left, width: .content(minimum: 12), priority: 5),
        cell: { row in
          .phrase(
            format.phrase(row.ratio.value) { "\(row.ratio.name) \(format.percentage($0)), liq. \(limit(row.ratio))" })
        }),
      Field(
        column: TableColumn("Venue", .left, width: .content(minimum: 6), priority: 1),
        cell: { .phrase(agreement($0)) }),
      Field(
        column: TableColumn("Nearest leg", .left, width: .content(minimum: 12), priority: 6),
        cell: { .phrase(nearestLeg($0)) }),
    ]
  }

  private var moneyFields: [Field] {
    let currency = format.currencyName
    func field(_ title: String, _ priority: Int, _ figure: @escaping (AccountFigures) -> Reading<Double>) -> Field {
      Field(
        column: TableColumn(
          title, width: .content(minimum: 8), priority: priority, sortIndex: title.hasPrefix("Equity") ? 3 : nil),
        cell: { row in .phrase(format.phrase(figure(row)) { format.amount($0) }) })
    }
    return [
      field("Equity \(currency)", 2) { $0.equity },
      field("MM \(currency)", 4) { $0.maintenanceMargin },
      field("IM \(currency)", 8) { $0.initialMargin },
      Field(
        column: TableColumn("To survive", .right, width: .content(minimum: 8), priority: 7),
        cell: { .phrase(survival($0)) }),
      Field(column: TableColumn("Age", .right), cell: { .phrase(format.agePhrase([$0.normalisedRatio.provenance])) }),
    ]
  }

  private func movePercent(_ reading: Reading<Double>) -> Phrase {
    if reading.unknownReason?.kind == .undefined { return Phrase("none", .text) }
    return marked(reading, level(move: reading)) { format.percent($0, sign: .both) }
  }
}
