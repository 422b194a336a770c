import HedgeModel
import HedgeStore
import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

@testable import Panels

@Suite("What holds for every panel")
struct EveryPanelTests {
  private var panels: [any Panel.Type] {
    [
      SpotPanel.self, LegsPanel.self, BetaPanel.self, MarginPanel.self, FundingPanel.self, StrategiesPanel.self,
      AllocationPanel.self,
    ]
  }
  private static let sentinel = Style(foreground: .palette(201), background: .palette(202), attributes: .underline)

  private func draw(
    _ panel: any Panel.Type, _ snapshot: HedgeSnapshot, columns: Int, rows: Int, _ context: PanelContext
  ) -> Grid {
    var grid = Grid(size: Size(columns: columns, rows: rows))
    panel.draw(snapshot, context, in: grid.bounds, on: &grid)
    return grid
  }

  @Test(
    "A panel never draws outside of its rectangle, whatever its size and place",
    arguments: SnapshotBuilder.all.map(\.name))
  func staysInside(name: String) throws {
    let snapshot = try #require(SnapshotBuilder.all.first { $0.name == name }).builder.snapshot
    var random = SeededGenerator(seed: 7)
    let blank = Grid(size: Size(columns: 204, rows: 64), style: Self.sentinel)
    for round in 0..<24 {
      let columns = round == 0 ? 0 : Int.random(in: 0...200, using: &random)
      let rows = round == 1 ? 0 : Int.random(in: 0...60, using: &random)
      let area = Rect(
        column: Int.random(in: -3...(203 - columns), using: &random),
        row: Int.random(in: -3...(63 - rows), using: &random),
        columns: columns, rows: rows)
      var context = PanelContext(
        theme: .roles, glyphs: Bool.random(using: &random) ? .unicode : .ascii, isFocused: true,
        selectedRow: Int.random(in: -2...1200, using: &random), scroll: Int.random(in: -2...1200, using: &random))
      context.sortColumn = Bool.random(using: &random) ? Int.random(in: 0...6, using: &random) : nil
      for panel in panels {
        var grid = blank
        panel.draw(snapshot, context, in: area, on: &grid)
        grid.fill(area, style: Self.sentinel)
        #expect(grid == blank, "\(panel) in \(area)")
      }
    }
  }

  @Test(
    "Small rectangles are no trap, and one line already says the most important",
    arguments: SnapshotBuilder.all.map(\.name))
  func smallSizes(name: String) throws {
    let snapshot = try #require(SnapshotBuilder.all.first { $0.name == name }).builder.snapshot
    let context = PanelContext(theme: .roles, isFocused: true, selectedRow: 0)
    for panel in panels {
      for columns in [0, 1, 2, 3, 7, 12, 24] {
        for rows in 0...6 {
          _ = draw(panel, snapshot, columns: columns, rows: rows, context)
        }
      }
      #expect(draw(panel, snapshot, columns: 40, rows: 1, context).text[0].isEmpty == false, "\(panel)")
    }
  }

  @Test("In ASCII every cell is ASCII, but for what names from outside hold")
  func ascii() {
    for (name, builder) in SnapshotBuilder.all where name != "hostile" {
      let snapshot = builder.snapshot
      for panel in panels {
        let context = PanelContext(theme: .roles, glyphs: .ascii, isFocused: true, sortColumn: 1)
        let grid = draw(panel, snapshot, columns: 150, rows: 40, context)
        #expect(grid.text.joined().utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(name) \(panel)")
        #expect(panel.summary(snapshot, context).text.utf8.allSatisfy { $0 < 0x80 }, "\(name) \(panel)")
      }
    }
  }

  @Test("No control character and no bidirectional mark reaches a cell")
  func hostile() {
    let snapshot = SnapshotBuilder.hostileText.snapshot
    for panel in panels {
      let text = draw(panel, snapshot, columns: 190, rows: 50, PanelContext(theme: .roles)).text.joined()
      #expect(
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}" })
    }
  }

  @Test("Before the first price there is a dash and a reason, and no figure of the market is a number")
  func unknown() {
    let snapshot = SnapshotBuilder.unknown.snapshot
    for panel in panels {
      let text = draw(panel, snapshot, columns: 118, rows: 20, PanelContext(theme: .roles)).text.joined(separator: "\n")
      #expect(text.contains("—"), "\(panel)")
      #expect(text.contains("no "), "\(panel) gives a reason")
      #expect(!text.contains(" 0.00") && !text.contains("$0"), "\(panel): unknown is never zero\n\(text)")
      #expect(!text.lowercased().contains(" nan"), "\(panel)")
    }
  }

  @Test("Stale figures are drawn as stale and their age is on the panel", arguments: [(60, 14), (118, 12), (198, 25)])
  func stale(columns: Int, rows: Int) {
    let snapshot = SnapshotBuilder.stale.snapshot
    for panel in panels {
      let grid = draw(panel, snapshot, columns: columns, rows: rows, PanelContext(theme: .roles))
      #expect(grid.text.joined().contains("35"), "\(panel)")
      #expect(grid.styleRows.joined().contains { Theme.role(of: $0) == .stale }, "\(panel)")
      #expect(!grid.styleRows.joined().contains { [.gain, .loss, .calm].contains(Theme.role(of: $0)) }, "\(panel)")
    }
  }

  @Test("Hidden balances: no amount of the portfolio is on any panel")
  func hidden() {
    let snapshot = SnapshotBuilder.calm.snapshot
    let context = PanelContext(theme: .roles, isFocused: true, hidesBalances: true)
    let secrets = [
      "195,0", "140,4", "549,1", "1,200.25", "4.85", "315,4", "390,5", "116,8", "120,0", "27,000", "85.78", "94.63",
      "549k", "391k", "0.12 BTC", "7,80",
    ]
    for panel in panels {
      let text =
        panel.summary(snapshot, context).text
        + draw(panel, snapshot, columns: 198, rows: 50, context).text.joined(separator: "\n")
      #expect(secrets.filter { text.contains($0) }.isEmpty, "\(panel)\n\(text)")
    }
  }

  @Test("Whatever is drawn in the colours of a breach also says so in words or with a mark")
  func breachInWords() {
    let snapshot = SnapshotBuilder.breach.snapshot
    let marks = ["⚠", "BREACH", "CRITICAL", "hedged", "2h 13m"]
    for panel in panels {
      let grid = draw(panel, snapshot, columns: 118, rows: 10, PanelContext(theme: .roles))
      for row in 0..<10 {
        let hasBreach = (0..<118).contains { column in
          let cell = grid[column: column, row: row]
          // A line of a chart and the needle are told by their place.
          return Theme.role(of: cell.style) == .breach && !("▀"..."▟").contains(cell.grapheme) && cell.grapheme != "●"
        }
        if hasBreach { #expect(marks.contains { grid.text[row].contains($0) }, "\(panel): \(grid.text[row])") }
      }
    }
    let summaries = panels.map { $0.summary(snapshot, PanelContext(theme: .roles)) }
    #expect(
      summaries.filter { $0.role == .breach }.allSatisfy { $0.text.contains("BREACH") || $0.text.contains("CRITICAL") })
  }

  @Test(
    "Numbers beyond reason neither trap nor show as anything but numbers or a dash",
    arguments: [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude, -1e300, .leastNonzeroMagnitude, 0])
  func extremes(value: Double) {
    var builder = SnapshotBuilder.calm
    for index in builder.holdings.indices {
      builder.holdings[index].price = value
      builder.holdings[index].change = value
      builder.holdings[index].beta = value
      builder.holdings[index].standardError = value
    }
    builder.legs[0].mark = value
    builder.legs[1].basis = value
    builder.legs[1].liquidation = value
    builder.accounts[0].maintenance = value
    builder.accounts[0].liquidatingMove = value
    let snapshot = builder.snapshot
    for panel in panels {
      for (columns, rows) in [(38, 10), (118, 12), (198, 50)] {
        let text = draw(panel, snapshot, columns: columns, rows: rows, PanelContext(theme: .roles)).text
        #expect(text.allSatisfy { !$0.contains(" nan") && !$0.contains("inf") }, "\(panel): \(text)")
      }
    }
  }

  @Test("A strategy that is not there draws a word and counts no rows")
  func noStrategy() {
    let snapshot = SnapshotBuilder.calm.snapshot
    let context = PanelContext(theme: .roles, strategy: 5)
    for panel in panels where Page.hedge.panels.contains(panel.id) && panel.id != .margin {
      #expect(panel.rowCount(snapshot, context) == 0)
      #expect(draw(panel, snapshot, columns: 30, rows: 4, context).text[0] == "no strategy")
    }
  }

  @Test("The same snapshot and context draw the same frame")
  func deterministic() {
    for (_, builder) in SnapshotBuilder.all.dropLast() {
      for panel in panels {
        let frames = (0..<2).map { _ in
          draw(panel, builder.snapshot, columns: 120, rows: 30, PanelContext(theme: .roles, chartRange: 60))
        }
        #expect(frames[0] == frames[1])
      }
    }
  }
}
