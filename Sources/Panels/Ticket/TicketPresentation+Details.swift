import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import TerminalCells

extension TicketPresentation {
  /// The line with that key.
  func line(_ key: String) -> TradeTicket.Line? { ticket?.lines.first { "\($0.id)" == key } }

  /// Everything known of a line; of the ticket as a whole when the key is empty.
  func details(of key: String) -> [DetailLine] {
    guard let ticket else {
      return state.absence(format).map { [DetailLine("Ticket", $0.text, role: $0.role)] } ?? []
    }
    return line(key).map { details($0, of: ticket) } ?? (key.isEmpty ? whole(ticket) : [])
  }

  private func whole(_ ticket: TradeTicket) -> [DetailLine] {
    let after = ticket.residual
    let before = TicketResidual(book: ticket.book)
    return [
      DetailLine("Ticket", ticket.id), DetailLine("Prices of", ticket.at.iso8601),
      DetailLine("Trades", "\(ticket.lines.count)"), DetailLine("Ordered by", ticket.orderedBy.words),
      DetailLine("Fees", fees), DetailLine("Slippage", ticket.slippage, format) { format.money($0) },
      DetailLine("Net beta before", netBeta(before)),
      DetailLine("Drift before", drift(before)), DetailLine("Net beta after", netBeta(after)),
      DetailLine("Drift after", drift(after)),
      DetailLine("Left by rounding", format.money(ticket.roundingResidual, sign: .both)),
    ] + warnings.map { DetailLine("Warning", $0.text, role: .warning) }
  }

  private func details(_ line: TradeTicket.Line, of ticket: TradeTicket) -> [DetailLine] {
    let left = ticket.residual(withoutFillOf: [line.id])
    func known(_ value: Double?, _ write: (Double) -> String) -> String { value.map(write) ?? format.glyphs.unknown }
    let exact = format.hidesBalances ? format.hidden : format.fixed(line.exactContracts, decimals: 6, sign: .both)
    return [
      DetailLine("Side", line.side.rawValue), DetailLine("Contracts", count(line.contracts.magnitude)),
      DetailLine("Contracts before rounding", exact), DetailLine("Instrument", "\(line.instrument.id)"),
      DetailLine("Account", line.account?.name ?? "spot"), DetailLine("Reference price", format.price(line.price)),
      DetailLine("Notional", format.money(line.notional, sign: .both)),
      DetailLine("Beta-dollars", format.money(line.betaValue, sign: .both)),
      DetailLine("Fee", known(line.fee) { format.money($0) }),
      DetailLine("Slippage", line.slippage, format) { format.money($0) },
      DetailLine("Impact on the price", known(line.impactBasisPoints) { "\(format.fixed($0, decimals: 2)) bps" }),
      DetailLine("Rank by ease of trading", "\(line.liquidityRank)"),
      DetailLine("Depth of the book", known(line.liquidity.depth) { format.compact($0) }),
      DetailLine("Volume in 24 h", known(line.liquidity.volume) { format.compact($0) }),
      DetailLine("Spread", known(line.liquidity.spread) { format.percentage($0, decimals: 4) }),
      DetailLine("Net beta if not filled", netBeta(left)), DetailLine("Drift if not filled", drift(left)),
      DetailLine("Then", left.isInBand ? "in band" : "BREACH", role: left.isInBand ? .text : .breach),
    ]
  }
}
