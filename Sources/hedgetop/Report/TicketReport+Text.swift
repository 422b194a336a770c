import FoundationEssentials
import HedgeAnalytics
import HedgeModel

extension TicketReport {
  /// The ticket for people.
  var text: String {
    let head = "\(ticket.strategy)  \(ticket.at.iso8601)  ticket \(ticket.id)\n\n"
    let trades = ticket.lines.isEmpty ? "Nothing to trade.\n" : lineTable.text() + totals
    return head + trades + "\n" + outcomeTable.text() + ticket.warnings.map { "! \($0.words)\n" }.joined()
  }

  private var lineTable: TextTable {
    var table = TextTable([
      .init("#"), .init("side", .words), .init("contracts"), .init("instrument", .words), .init("account", .words),
      .init("price"), .init("notional"), .init("beta value"), .init("fee"), .init("slippage"), .init("impact bps"),
      .init("exact"),
    ])
    for line in ticket.lines {
      table.add([
        "\(line.liquidityRank)", line.side.rawValue.uppercased(), Figures.exact(line.contracts.magnitude),
        line.instrument.id.description, line.account?.name ?? "", Figures.trimmed(line.price, 8),
        Figures.fixed(line.notional, 2, signed: true), Figures.fixed(line.betaValue, 2, signed: true),
        line.fee.map { Figures.fixed($0, 2) } ?? "-", line.slippage.value.map { Figures.fixed($0, 2) } ?? "-",
        line.impactBasisPoints.map { Figures.fixed($0, 2) } ?? "-",
        Figures.trimmed(line.exactContracts, 6, signed: true),
      ])
    }
    return table
  }

  private var totals: String {
    let fees = ticket.fees.map { Figures.fixed($0, 2) } ?? "-"
    let slippage =
      ticket.slippage.value.map { "\(Figures.fixed($0, 2)) \(ticket.currency)" }
      ?? "unknown (\(ticket.slippage.unknownReason?.detail ?? ""))"
    let residual = Figures.fixed(ticket.roundingResidual, 2, signed: true)
    return
      "\nordered by \(ticket.orderedBy.rawValue); fees \(fees) \(ticket.currency); rounding leaves \(residual) of beta\n"
      + "slippage \(slippage)\n"
  }

  private var outcomeTable: TextTable {
    var table = TextTable([
      .init("", .words), .init("net beta"), .init("target"), .init("drift"), .init("", .words),
    ])
    table.add(["before"] + before.cells)
    table.add(["after"] + after.cells)
    if let without { table.add(["without \(without.unfilled.joined(separator: ", "))"] + without.cells) }
    return table
  }
}
