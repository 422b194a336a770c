import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

extension CarryPresentation {
  private struct Field {
    let column: TableColumn
    let cell: (InstrumentCarry) -> TableCell
  }

  /// A row a future.
  var table: TableContent {
    let rows = rows ?? []
    let isStale = rows.contains { $0.basisPoints.isStale || $0.cashAndCarry.isStale }
    let fields = (nameFields + yieldFields + netFields).filter { $0.column.title != "Age" || isStale }
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      emptyText: self.rows == nil ? "computing\(format.glyphs.ellipsis)" : emptyText)
  }

  private var emptyText: String { summary.text == "no futures" ? "no futures" : "no future passes the filter" }

  private var nameFields: [Field] {
    [
      Field(
        column: TableColumn("Future", .left, width: .shrinking(minimum: 11), sortIndex: 0),
        cell: { .phrase(Phrase($0.instrument.id.symbol)) }),
      Field(
        column: TableColumn("Account", .left, width: .shrinking(minimum: 6), priority: 10),
        cell: { .phrase(Phrase($0.leg.account.name, .label)) }),
      Field(
        column: TableColumn("Kind", .left, width: .content(minimum: 9), priority: 6),
        cell: { .phrase(Phrase(Self.kind($0), .label)) }),
      Field(
        column: TableColumn("Days", .right, width: .content(minimum: 4), priority: 8),
        cell: { row in .phrase(Phrase(row.days.map { format.fixed($0, decimals: 0) } ?? "")) }),
    ]
  }

  private var yieldFields: [Field] {
    [
      Field(
        column: TableColumn("Basis bps", width: .content(minimum: 6), priority: 2, sortIndex: 1),
        cell: { row in .phrase(format.phrase(row.basisPoints) { format.basisPoints($0) }) }),
      Field(
        column: TableColumn("Basis yr %", width: .content(minimum: 6), priority: 4, sortIndex: 2),
        cell: { row in row.days == nil ? .empty : percent(row.annualisedBasis) }),
      Field(
        column: TableColumn("Rate %", width: .content(minimum: 7), priority: 7),
        cell: { row in
          paying(row) { .phrase(format.phrase(row.rate) { format.percent($0.rate, decimals: 4, sign: .both) }) }
        }),
      Field(
        column: TableColumn("per", .right, width: .content(minimum: 2), priority: 7),
        cell: { row in .phrase(Phrase(row.rate.value.map { format.interval($0.interval) } ?? "", .label)) }),
      Field(
        column: TableColumn("Fund. yr %", width: .content(minimum: 6), priority: 3, sortIndex: 3),
        cell: { row in paying(row) { percent(row.fundingYield) } }),
      Field(
        column: TableColumn("Mean yr %", width: .content(minimum: 6), priority: 5, sortIndex: 4),
        cell: { row in paying(row) { percent(row.averageFunding.map(\.annualised)) } }),
    ]
  }

  private var netFields: [Field] {
    [
      Field(
        column: TableColumn("Carry net %", width: .content(minimum: 6), sortIndex: 5),
        cell: { net($0.cashAndCarry) }),
      Field(
        column: TableColumn("by", .left, width: .content(minimum: 4), priority: 9),
        cell: { row in .phrase(Phrase(row.cashAndCarry.value.map(source) ?? "", .label)) }),
      Field(
        column: TableColumn("Reverse %", width: .content(minimum: 6), priority: 1, sortIndex: 6),
        cell: { net($0.reverseCarry) }),
      Field(
        column: TableColumn("Age", .right),
        cell: { .phrase(age($0).map { Phrase(format.shortDuration($0), .stale) } ?? Phrase("")) }),
    ]
  }

  /// What a net yield rests on, in a word.
  private func source(_ yield: CarryYield) -> String {
    switch yield.source {
    case .lockedBasis: "basis"
    case .averageFunding: "mean"
    case .currentFunding: "now"
    }
  }

  /// Nothing for a dated future, which pays no funding.
  private func paying(_ row: InstrumentCarry, _ cell: () -> TableCell) -> TableCell {
    row.days == nil ? cell() : .empty
  }

  private func percent(_ reading: Reading<Double>) -> TableCell {
    .phrase(format.phrase(reading) { format.percent($0, decimals: 2, sign: .both) })
  }

  private func net(_ reading: Reading<CarryYield>) -> TableCell {
    .phrase(
      format.phrase(reading, role: { FigureFormat.profitRole($0.net) }) {
        format.percent($0.net, decimals: 2, sign: .both)
      })
  }
}

extension CarryPresentation {
  /// Everything known of one future's carry.
  func details(_ row: InstrumentCarry) -> [DetailLine] {
    func percent(_ value: Double) -> String { format.percentage(value, decimals: 2, sign: .both) }
    let days = row.days.map { format.fixed($0, decimals: 1) + " d to the expiry" }
    return [
      DetailLine("Future", row.instrument.id.description), DetailLine("Account", row.leg.account.name),
      DetailLine("Kind", days.map { "dated, \($0)" } ?? "perpetual"),
      DetailLine("Mark", row.mark, format) { format.price($0) },
      DetailLine("Basis", row.basisPoints, format) { format.basisPoints($0) + " bps" },
      DetailLine("Basis a year", row.annualisedBasis, format, percent),
      DetailLine("Funding rate", row.rate, format) {
        format.percentage($0.rate, decimals: 4, sign: .both) + " per \(format.interval($0.interval))"
      },
      DetailLine("Funding a year", row.fundingYield, format, percent),
      DetailLine("Averaged over", format.period(row.averagingWindow)),
      DetailLine("Mean funding a year", row.averageFunding, format) { percent($0.annualised) },
    ] + details("Cash-and-carry", row.cashAndCarry) + details("Reverse carry", row.reverseCarry)
  }

  private func details(_ name: String, _ yield: Reading<CarryYield>) -> [DetailLine] {
    func percent(_ value: Double) -> String { format.percentage(value, decimals: 2, sign: .both) }
    let net = DetailLine("\(name), net", yield, format) { percent($0.net) }
    guard let value = yield.value else { return [net] }
    return [
      net, DetailLine("\(name), gross", percent(value.gross)), DetailLine("\(name), fees", percent(-value.fees)),
      DetailLine("\(name), interest", percent(-value.borrow)),
      DetailLine("\(name), rests on", value.source.rawValue),
      DetailLine("\(name), held", format.fixed(value.days, decimals: 1) + " d"),
    ] + (value.compound.map { [DetailLine("\(name), compound", percent($0))] } ?? [])
  }
}
