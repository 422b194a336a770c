import HedgeModel
import HedgeStore
import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

@testable import Panels

@Suite("What holds for every panel of the page of profit")
struct ProfitPanelsTests {
  private static let panels: [any Panel.Type] = [AttributionPanel.self, HedgePricePanel.self, CarryPanel.self]
  private static let sentinel = Style(foreground: .palette(201), background: .palette(202), attributes: .underline)

  private func draw(
    _ panel: any Panel.Type, _ snapshot: HedgeSnapshot, columns: Int, rows: Int,
    _ context: PanelContext = PanelContext(theme: .roles)
  ) -> Grid {
    var grid = Grid(size: Size(columns: columns, rows: rows))
    panel.draw(snapshot, context, in: grid.bounds, on: &grid)
    return grid
  }

  @Test("No size is a trap, and nothing is drawn outside of the rectangle", arguments: ProfitSample.all.map(\.name))
  func staysInside(name: String) {
    let snapshot = ProfitSample.named(name).snapshot
    var random = SeededGenerator(seed: 11)
    let blank = Grid(size: Size(columns: 204, rows: 64), style: Self.sentinel)
    for round in 0..<(name == "large" ? 1 : 40) {
      let columns = round < 4 && name != "large" ? round : Int.random(in: 0...200, using: &random)
      let rows = round < 4 && name != "large" ? round : Int.random(in: 0...60, using: &random)
      let area = Rect(
        column: Int.random(in: -3...(203 - columns), using: &random),
        row: Int.random(in: -3...(63 - rows), using: &random), columns: columns, rows: rows)
      var context = PanelContext(
        theme: .roles, glyphs: Bool.random(using: &random) ? .unicode : .ascii, isFocused: true,
        selectedRow: Int.random(in: -2...12, using: &random), scroll: Int.random(in: -2...12, using: &random))
      context.sortColumn = Bool.random(using: &random) ? Int.random(in: 0...8, using: &random) : nil
      for panel in Self.panels {
        var grid = blank
        panel.draw(snapshot, context, in: area, on: &grid)
        grid.fill(area, style: Self.sentinel)
        #expect(grid == blank, "\(panel) in \(area)")
        _ = panel.desiredRows(snapshot, context, columns: columns)
        if case .row(_, let key)? = panel.subject(snapshot, context) {
          #expect(!panel.details(of: key, snapshot, context).isEmpty, "\(panel) has no details of \(key)")
        }
      }
    }
  }

  @Test("One line already says the most important", arguments: ["calm", "breach", "stale", "unknown", "dear", "new"])
  func oneLine(name: String) {
    let snapshot = ProfitSample.named(name).snapshot
    for panel in Self.panels {
      let summary = panel.summary(snapshot, PanelContext(theme: .roles)).text
      #expect(!summary.isEmpty)
      #expect(draw(panel, snapshot, columns: 60, rows: 1).text[0] == summary, "\(panel)")
    }
  }

  @Test("In ASCII every cell is ASCII", arguments: ["calm", "breach", "stale", "unknown", "dear", "young", "new"])
  func ascii(name: String) {
    let snapshot = ProfitSample.named(name).snapshot
    let context = PanelContext(theme: .roles, glyphs: .ascii, isFocused: true, sortColumn: 1)
    for panel in Self.panels {
      let text = draw(panel, snapshot, columns: 170, rows: 40, context).text.joined()
      #expect(text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(panel)")
      #expect(panel.summary(snapshot, context).text.utf8.allSatisfy { $0 < 0x80 }, "\(panel)")
    }
  }

  @Test("No control character and no bidirectional mark reaches a cell")
  func hostile() {
    let snapshot = ProfitSample.named("hostile").snapshot
    for panel in Self.panels {
      let text = draw(panel, snapshot, columns: 190, rows: 50).text.joined()
      #expect(
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}" })
    }
  }

  @Test("Before the first price there is a dash and a reason, and no figure is a number")
  func unknown() {
    let snapshot = ProfitSample.named("unknown").snapshot
    for panel in Self.panels {
      let text = draw(panel, snapshot, columns: 118, rows: 24).text.joined(separator: "\n")
      #expect(text.contains("—"), "\(panel)")
      #expect(text.contains("no ") || text.contains("have not been complete"), "\(panel) gives a reason\n\(text)")
      #expect(!text.contains(" 0.00") && !text.contains("$0"), "\(panel): unknown is never zero\n\(text)")
      #expect(!text.lowercased().contains("nan"), "\(panel)")
    }
  }

  @Test("Stale figures are drawn as stale, with their age", arguments: [(60, 20), (118, 14), (198, 25)])
  func stale(columns: Int, rows: Int) {
    let snapshot = ProfitSample.named("stale").snapshot
    for panel in Self.panels {
      let grid = draw(panel, snapshot, columns: columns, rows: rows)
      #expect(grid.text.joined().contains("35s"), "\(panel)\n\(grid.text.joined(separator: "\n"))")
      #expect(grid.styleRows.joined().contains { Theme.role(of: $0) == .stale }, "\(panel)")
    }
  }

  @Test("Hidden balances: no amount is on any panel, percentages stay")
  func hidden() {
    let snapshot = ProfitSample(.calm).snapshot
    let open = PanelContext(theme: .roles)
    var closed = open
    closed.hidesBalances = true
    for panel in [AttributionPanel.self, HedgePricePanel.self] as [any Panel.Type] {
      let plain = draw(panel, snapshot, columns: 198, rows: 50, open).text.joined(separator: "\n")
      let text =
        draw(panel, snapshot, columns: 198, rows: 50, closed).text.joined(separator: "\n")
        + panel.summary(snapshot, closed).text
      #expect(plain.contains(".") && text.contains("•••"))
      // An amount has a dollar sign, or cents in a column.
      #expect(!text.contains { $0 == "$" } || !text.contains("$1") && !text.contains("−$"), "\(panel)\n\(text)")
      for amount in plain.split(whereSeparator: { $0 == " " || $0 == "\n" }) where amount.contains(",") {
        #expect(amount.hasSuffix(",") || !text.contains(amount), "\(panel): \(amount)\n\(text)")
      }
    }
  }

  @Test(
    "Numbers beyond reason neither trap nor show as anything but numbers or a dash",
    arguments: [Double.nan, .infinity, .greatestFiniteMagnitude, -1e300, .leastNonzeroMagnitude, 0])
  func extremes(value: Double) {
    var sample = ProfitSample(.calm)
    sample.builder.legs[0].mark = value
    sample.builder.legs[1].basis = value
    sample.builder.holdings[0].price = value
    sample.builder.legs[1].fundingRate = value
    let snapshot = sample.snapshot
    for panel in Self.panels {
      for (columns, rows) in [(38, 12), (118, 16), (198, 50)] {
        let text = draw(panel, snapshot, columns: columns, rows: rows).text
        #expect(text.filter { $0.contains("nan") || $0.contains(" inf") } == [], "\(panel)")
      }
    }
  }

  @Test("Whatever is drawn in the colours of a breach also says so in words", arguments: ["breach", "dear"])
  func breachInWords(name: String) {
    let snapshot = ProfitSample.named(name).snapshot
    for panel in Self.panels {
      let grid = draw(panel, snapshot, columns: 118, rows: 16)
      for row in 0..<16
      where (0..<118).contains(where: { Theme.role(of: grid[column: $0, row: row].style) == .breach }) {
        #expect(grid.text[row].contains("⚠"), "\(panel): \(grid.text[row])")
      }
    }
  }

  @Test("A strategy that is not there draws a word and counts no rows")
  func noStrategy() {
    let snapshot = ProfitSample(.calm).snapshot
    let context = PanelContext(theme: .roles, strategy: 5)
    for panel in [AttributionPanel.self, HedgePricePanel.self] as [any Panel.Type] {
      #expect(panel.rowCount(snapshot, context) == 0)
      #expect(draw(panel, snapshot, columns: 30, rows: 4, context).text[0] == "no strategy")
    }
  }
}
