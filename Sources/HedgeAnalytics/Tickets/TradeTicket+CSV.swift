import FoundationEssentials
import HedgeModel

extension TradeTicket {
  /// The columns of ``csv``.
  public static let csvColumns = [
    "ticket", "at", "strategy", "rank", "side", "contracts", "instrument", "account", "price", "notional",
    "beta_value", "fee", "currency", "slippage", "impact_bps",
  ]

  /// The lines as a table for spreadsheets and scripts: one row a trade, headings first.
  ///
  /// Contracts are signed and exact as counted; money is rounded to the cent; what is not known is empty.
  public var csv: String {
    ([Self.csvColumns] + lines.map(cells)).map { $0.map(TicketText.cell).joined(separator: ",") + "\n" }.joined()
  }

  private func cells(_ line: Line) -> [String] {
    [
      id, at.iso8601, strategy, "\(line.liquidityRank)", line.side.rawValue, "\(line.contracts)",
      "\(line.instrument.id)", line.account?.name ?? "", TicketNumber.plain(line.price),
      TicketNumber.money(line.notional), TicketNumber.money(line.betaValue), line.fee.map(TicketNumber.money) ?? "",
      currency.symbol, line.slippage.value.map(TicketNumber.money) ?? "",
      line.impactBasisPoints.map { TicketNumber.fixed($0, 4) } ?? "",
    ]
  }
}
