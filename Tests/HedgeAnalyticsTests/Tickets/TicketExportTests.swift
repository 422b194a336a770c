import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@Suite struct TicketExportTests {
  private static let ticket = TradeTicketTests.ticket(
    [
      TradeTicketTests.order("BTC", -1.8, price: 65_000.5),
      TradeTicketTests.order("ETH", -24, price: 3_500, feeRate: nil),
    ], book: TradeTicketTests.g13)

  @Test("the table has a heading, one row a trade, signed exact contracts and money to the cent")
  func csv() {
    #expect(
      Self.ticket.csv == """
        ticket,at,strategy,rank,side,contracts,instrument,account,price,notional,beta_value,fee,currency,slippage,impact_bps
        \(Self.ticket.id),2025-05-19T12:00:00Z,Core,1,sell,-1.8,perp:BTC,main,65000.5,-117000.90,-117000.90,58.50,USD,,
        \(Self.ticket.id),2025-05-19T12:00:00Z,Core,2,sell,-24,perp:ETH,main,3500,-84000.00,-84000.00,,USD,,

        """)
  }

  @Test("the text to paste says every trade and what they leave")
  func clipboard() {
    #expect(
      Self.ticket.clipboardText == """
        Core 2025-05-19T12:00:00Z \(Self.ticket.id)
        1 SELL 1.8 perp:BTC @ 65000.5 (main) -117000.90 USD
        2 SELL 24 perp:ETH @ 3500 (main) -84000.00 USD
        net beta 0.4000, target 0.4000, drift 0.0000, fees unknown

        """)
    let nothing = TradeTicketTests.ticket([], book: TradeTicketTests.g13).clipboardText
    #expect(nothing.contains("nothing to trade\n") && nothing.contains("! after all trades the drift is +0.6000"))
  }

  @Test("a name with commas, quotes or control characters breaks neither a row nor a terminal")
  func names() {
    let ticket = TradeTicket(
      strategy: "a,\"b\"\n\u{1B}[2J\u{202E}c", at: TradeTicketTests.at, currency: "USD", book: TradeTicketTests.g13,
      orders: [TradeTicketTests.order("BTC", -1.8, price: 65_000)])
    let rows = ticket.csv.split(separator: "\n")
    #expect(rows.count == 2 && rows[1].contains(",\"a,\"\"b\"\"[2Jc\","))
    #expect(ticket.clipboardText.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test("numbers too large or too small for cents are written out without an exponent")
  func numbers() {
    let ticket = TradeTicketTests.ticket(
      [TradeTicketTests.order("PEPE", -2e9, price: 0.0000075, lot: "1")], book: TradeTicketTests.g13)
    #expect(ticket.csv.contains(",-2000000000,perp:PEPE,main,0.0000075,-15000.00,"))
    let large = TradeTicketTests.ticket(
      [TradeTicketTests.order("BTC", -1e9, price: 1e9, lot: "1")], book: TradeTicketTests.g13)
    #expect(large.csv.contains("1000000000,-1000000000000000000,"))
  }
}
