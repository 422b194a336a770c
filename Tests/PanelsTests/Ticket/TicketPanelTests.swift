import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel of the ticket")
struct TicketPanelTests {
  @Test("It looks as recorded", arguments: [(78, 8), (118, 10), (198, 14)])
  func frames(columns: Int, rows: Int) {
    let size = "\(columns)x\(rows)"
    func focused(_ context: inout PanelContext) { (context.isFocused, context.selectedRow) = (true, 0) }
    expectFrame(TradeSample().draw(TicketPanel.self, columns: columns, rows: rows, focused), matches: "ticket-\(size)")
    expectFrame(
      TradeSample(lot: "2").draw(TicketPanel.self, columns: columns, rows: rows, focused), matches: "breach-\(size)")
    let deep = TradeSample(depth: ["BTC": 50, "ETH": 500, "SOL": 5000])
    expectFrame(deep.draw(TicketPanel.self, columns: columns, rows: rows, focused), matches: "depth-\(size)")
  }

  @Test("In ASCII, and while there is no ticket, it looks as recorded")
  func otherFrames() {
    expectFrame(
      TradeSample(lot: "2").draw(TicketPanel.self, columns: 118, rows: 10) { $0.glyphs = .ascii },
      matches: "ascii-118x10")
    expectFrame(TradeSample(hasStudies: false).draw(TicketPanel.self, columns: 78, rows: 4), matches: "computing-78x4")
    expectFrame(TradeSample(market: .stale).draw(TicketPanel.self, columns: 78, rows: 4), matches: "stale-78x4")
    expectFrame(TradeSample(market: .unknown).draw(TicketPanel.self, columns: 78, rows: 4), matches: "unknown-78x4")
  }

  @Test("Every line of the ticket is there with its side, account and fee; the fees are added up")
  func lines() throws {
    let sample = TradeSample()
    let ticket = try #require(sample.snapshot.studies.tickets?["Main"]?.value)
    #expect(ticket.lines.count == 3)
    let text = sample.text(TicketPanel.self, columns: 198)
    for line in ticket.lines {
      #expect(text.contains(line.instrument.id.symbol) && text.contains("\(line.contracts.magnitude)"))
    }
    #expect(text.contains("SELL") && text.contains("main") && text.contains("easiest first, by size"))
    let format = FigureFormat(sample.snapshot, PanelContext(theme: .roles))
    #expect(text.contains("fees \(format.money(try #require(ticket.fees)))"))
  }

  @Test("For the selected line it says what is left when that one is not filled")
  func failure() throws {
    let sample = TradeSample()
    let ticket = try #require(sample.snapshot.studies.tickets?["Main"]?.value)
    let format = FigureFormat(sample.snapshot, PanelContext(theme: .roles))
    for (index, left) in ticket.residualsOfSingleFailures.enumerated() {
      let text = sample.text(TicketPanel.self) { ($0.isFocused, $0.selectedRow) = (true, index) }
      let net = format.beta(try #require(left.netBeta), sign: .both)
      #expect(text.contains("if \(ticket.lines[index].instrument.id.symbol) is not filled: net β \(net)"), "\(text)")
    }
  }

  @Test("A ticket that cannot bring the book back says so in words, on the frame too")
  func breach() {
    let sample = TradeSample(lot: "2")
    let summary = TicketPanel.summary(sample.snapshot, PanelContext(theme: .roles))
    #expect(summary.role == .breach && summary.text.contains("⚠ BREACH after"))
    #expect(sample.text(TicketPanel.self).contains("outside the band"))
    #expect(TicketPanel.summary(TradeSample().snapshot, PanelContext(theme: .roles)).text.hasPrefix("3 trades, fees $"))
  }

  @Test("When nothing is to be traded it is calm and says so")
  func nothing() throws {
    var sample = TradeSample(ratio: "0")
    sample.short = ["BTC": "0", "ETH": "0", "SOL": "0"]
    let summary = TicketPanel.summary(sample.snapshot, PanelContext(theme: .roles))
    #expect(summary == PanelSummary("nothing to trade", role: .calm))
    #expect(sample.text(TicketPanel.self).contains("nothing to trade: net β"))
  }

  @Test("y copies the whole ticket, from other panels what it always did")
  func copy() throws {
    var driver = ScreenDriver(TradeSample().snapshot, panels: .standard)
    driver.press(":", "ticket", "Enter")
    let ticket = try #require(driver.snapshot?.studies.tickets?["Main"]?.value)
    #expect(driver.press("y") == [.copy(ticket.clipboardText)])
    #expect(driver.state.message == .done("Trade ticket copied"))
    driver.press("Tab", "Tab")
    #expect(driver.press("y") != [.copy(ticket.clipboardText)])
  }

  @Test("x records the selected line with the contracts and the price of the ticket")
  func record() throws {
    var driver = ScreenDriver(TradeSample().snapshot, panels: .standard)
    driver.press(":", "ticket", "Enter", "j")
    let ticket = try #require(driver.snapshot?.studies.tickets?["Main"]?.value)
    let line = ticket.lines[1]
    driver.press("x", "Enter")
    #expect(driver.text.contains("Record this trade?"))
    let asked = driver.press("y")
    guard case .recordFill(let leg, let contracts, _)? = asked.first else {
      Issue.record("nothing was recorded: \(asked)")
      return
    }
    #expect(leg == LegID(strategy: "Main", instrument: line.instrument.id, account: "main"))
    #expect(contracts == line.contracts)
  }

  @Test("export asks for the ticket to be written, and says what it takes when it is not told")
  func export() throws {
    var driver = ScreenDriver(TradeSample().snapshot, panels: .standard)
    let ticket = try #require(driver.snapshot?.studies.tickets?["Main"]?.value)
    #expect(
      driver.press(":", "export csv out/my ticket.csv", "Enter") == [
        .exportTicket(ticket, .csv, path: "out/my ticket.csv")
      ])
    #expect(driver.press(":", "export JSON a.json", "Enter") == [.exportTicket(ticket, .json, path: "a.json")])
    for wrong in ["export csv", "export xml a", "export a.csv"] {
      #expect(driver.press(":", wrong, "Enter") == [])
      #expect(driver.state.message?.isRefusal == true, "\(wrong)")
    }
    driver.snapshot = TradeSample(hasStudies: false).snapshot
    #expect(driver.press(":", "export csv a", "Enter") == [])
    #expect(driver.state.message?.text.contains("there is no ticket") == true)
  }

  @Test("A click selects the line under the pointer though the words below follow the selection")
  func click() throws {
    var driver = ScreenDriver(TradeSample().snapshot, panels: .standard)
    driver.press(":", "ticket", "Enter")
    let ticket = try #require(driver.snapshot?.studies.tickets?["Main"]?.value)
    let place = try #require(driver.place(of: ticket.lines[2].instrument.id.symbol))
    driver.click(place.column, place.row)
    #expect(driver.state[.ticket].selectedRow == 2)
    driver.click(place.column, place.row)
    #expect(driver.text.contains("Contracts before rounding") && driver.text.contains("Net beta if not filled"))
  }

  @Test("Where there is depth each line tells slippage and impact by the walked book; where there is none, it says so")
  func depth() {
    let deep: [String: Decimal] = ["BTC": 50, "ETH": 500, "SOL": 5000]
    let text = TradeSample(depth: deep).text(TicketPanel.self, columns: 150)
    #expect(text.contains("Slippage $") && text.contains("Impact bps") && text.contains("by depth of the book"))
    #expect(text.contains("slippage $"))
    let none = TradeSample().text(TicketPanel.self, columns: 150)
    #expect(none.contains("slippage unknown: no depth") && !none.contains("Impact bps"))
    let stale = TradeSample(depth: deep, depthIsStale: true).text(TicketPanel.self, columns: 150)
    #expect(stale.contains("slippage unknown: depth is stale"))
  }
}
