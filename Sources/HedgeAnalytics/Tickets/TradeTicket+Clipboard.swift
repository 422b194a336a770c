import FoundationEssentials
import HedgeModel

extension TradeTicket {
  /// The ticket as a few plain lines to paste into a message or an order form. Ends with a line break.
  ///
  ///     Core 2025-05-19T12:00:00Z 9f3c61d20a4be781
  ///     1 SELL 1.8 binance-usdm:BTCUSDT @ 65000 (main) -117000.00 USD
  ///     net beta 0.4000, target 0.4000, drift 0.0000, fees 58.50 USD
  public var clipboardText: String {
    let head = "\(strategy) \(at.iso8601) \(id)"
    let trades = lines.isEmpty ? ["nothing to trade"] : lines.map(text)
    return ([head] + trades + [outcome] + warnings.map { "! \($0.words)" })
      .map { TicketText.printable($0) + "\n" }.joined()
  }

  private func text(_ line: Line) -> String {
    let account = line.account.map { " (\($0))" } ?? ""
    return "\(line.liquidityRank) \(line.side.rawValue.uppercased()) \(line.contracts.magnitude) \(line.instrument.id)"
      + " @ \(TicketNumber.plain(line.price))\(account) \(TicketNumber.money(line.notional)) \(currency)"
  }

  private var outcome: String {
    let after = residual
    func beta(_ value: Double?) -> String { value.map { TicketNumber.fixed($0, 4) } ?? "unknown" }
    let fees = fees.map { "\(TicketNumber.money($0)) \(currency)" } ?? "unknown"
    return
      "net beta \(beta(after.netBeta)), target \(beta(after.book.target)), drift \(beta(after.drift)), fees \(fees)"
  }
}
