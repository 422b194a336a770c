import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

extension TicketPresentation {
  private struct Field {
    let column: TableColumn
    let cell: (TradeTicket.Line) -> TableCell
    var total = TableCell.empty
  }

  /// One row a trade, the fees of all below.
  var table: TableContent {
    let fields = nameFields + moneyFields + (ticket?.lines.contains { $0.fill.value != nil } == true ? depthFields : [])
    return TableContent(
      columns: fields.map(\.column), rowCount: rows.count, row: { index in fields.map { $0.cell(rows[index]) } },
      totals: rows.count == ticket?.lines.count ? fields.map(\.total) : [],
      emptyText: ticket?.lines.isEmpty == true ? "nothing to trade" : "no line passes the filter")
  }

  private var nameFields: [Field] {
    [
      Field(
        column: TableColumn("#", .right, width: .content(minimum: 2), priority: 5, sortIndex: 0),
        cell: { .phrase(Phrase("\($0.liquidityRank)", .label)) }),
      Field(
        column: TableColumn("Side", .left, width: .content(minimum: 4)),
        cell: { .phrase(Phrase($0.side.rawValue.uppercased(), .title)) }, total: .phrase(Phrase("Fees", .text))),
      Field(
        column: TableColumn("Contracts", width: .content(minimum: 8)),
        cell: { .phrase(Phrase(count($0.contracts.magnitude))) }),
      Field(
        column: TableColumn("Instrument", .left, width: .shrinking(minimum: 9), sortIndex: 1),
        cell: { .phrase(Phrase($0.instrument.id.symbol)) }),
      Field(
        column: TableColumn("Account", .left, width: .shrinking(minimum: 6), priority: 4),
        cell: { .phrase(Phrase($0.account?.name ?? "spot", .label)) }),
      Field(
        column: TableColumn("Price", width: .content(minimum: 8), priority: 3),
        cell: { .phrase(Phrase(format.price($0.price))) }),
    ]
  }

  private var moneyFields: [Field] {
    let currency = format.currencyName
    let beta = format.glyphs.beta
    return [
      Field(
        column: TableColumn("Notional \(currency)", width: .content(minimum: 9), priority: 1, sortIndex: 2),
        cell: { .phrase(Phrase(format.amount($0.notional, sign: .both))) }),
      Field(
        column: TableColumn("\(beta) \(currency)", width: .content(minimum: 8), priority: 6, sortIndex: 3),
        cell: { .phrase(Phrase(format.amount($0.betaValue, sign: .both))) }),
      Field(
        column: TableColumn("Fee \(currency)", width: .content(minimum: 6), priority: 2, sortIndex: 4),
        cell: { .phrase(fee($0.fee)) }, total: .phrase(fee(ticket?.fees))),
      Field(
        column: TableColumn("Net \(beta) if not filled", width: .content(minimum: 7), priority: 7),
        cell: { .phrase(without($0)) }),
    ]
  }

  /// What walking the order books tells; shown where there is one.
  private var depthFields: [Field] {
    [
      Field(
        column: TableColumn("Slippage \(format.currencyName)", width: .content(minimum: 7), priority: 5),
        cell: { line in .phrase(format.phrase(line.slippage) { format.amount($0, decimals: 2) }) },
        total: .phrase(ticket.map { format.phrase($0.slippage) { format.amount($0, decimals: 2) } } ?? Phrase(""))),
      Field(
        column: TableColumn("Impact bps", width: .content(minimum: 6), priority: 8),
        cell: { line in
          .phrase(
            line.impactBasisPoints.map { Phrase(format.fixed($0, decimals: 2)) }
              ?? Phrase(format.glyphs.unknown, .unknown))
        }),
    ]
  }

  private func fee(_ fee: Double?) -> Phrase {
    fee.map { Phrase(format.amount($0, decimals: 2)) } ?? Phrase(format.glyphs.unknown, .unknown)
  }

  private func without(_ line: TradeTicket.Line) -> Phrase {
    guard let ticket else { return Phrase("") }
    let left = ticket.residual(withoutFillOf: [line.id])
    let mark = left.isInBand ? "" : "\(format.glyphs.warning) "
    return Phrase(mark + netBeta(left), left.isInBand ? .text : .warning)
  }
}
