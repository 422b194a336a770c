import FoundationEssentials
import HedgeModel
import HedgeStore
import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

@testable import Panels

@Suite("What holds for every panel of risk")
struct EveryRiskPanelTests {
  private let panels: [any Panel.Type] = [
    RegimePanel.self, CorrelationPanel.self, EstimatorsPanel.self, StressPanel.self,
  ]
  private static let samples: [(name: String, sample: RiskSample)] = [
    ("calm", RiskSample()), ("stress", RiskSample(market: .stress, wallet: 20_000)),
    ("short", RiskSample(market: .short)), ("stale", RiskSample(builder: .stale)),
    ("unknown", RiskSample(builder: .unknown)), ("empty", RiskSample(builder: .emptyPortfolio)),
    ("many", RiskSample(moreCoins: 30)),
  ]

  private func draw(
    _ panel: any Panel.Type, _ snapshot: HedgeSnapshot, _ columns: Int, _ rows: Int, _ context: PanelContext
  ) -> Grid {
    var grid = Grid(size: Size(columns: columns, rows: rows))
    panel.draw(snapshot, context, in: grid.bounds, on: &grid)
    return grid
  }

  @Test("A panel never draws outside of its rectangle, whatever its size and place", arguments: samples.map(\.name))
  func staysInside(name: String) throws {
    let snapshot = try #require(Self.samples.first { $0.name == name }).sample.snapshot
    let sentinel = Style(foreground: .palette(201), background: .palette(202), attributes: .underline)
    let blank = Grid(size: Size(columns: 204, rows: 64), style: sentinel)
    var random = SeededGenerator(seed: 7)
    for round in 0..<24 {
      let columns = round == 0 ? 0 : Int.random(in: 0...200, using: &random)
      let rows = round == 1 ? 0 : Int.random(in: 0...60, using: &random)
      let area = Rect(
        column: Int.random(in: -3...(203 - columns), using: &random),
        row: Int.random(in: -3...(63 - rows), using: &random), columns: columns, rows: rows)
      var context = PanelContext(
        theme: .roles, glyphs: Bool.random(using: &random) ? .unicode : .ascii, isFocused: true,
        selectedRow: Int.random(in: -2...60, using: &random), scroll: Int.random(in: -2...60, using: &random))
      context.sortColumn = Bool.random(using: &random) ? Int.random(in: 0...14, using: &random) : nil
      for panel in panels {
        var grid = blank
        panel.draw(snapshot, context, in: area, on: &grid)
        grid.fill(area, style: sentinel)
        #expect(grid == blank, "\(panel) in \(area)")
      }
    }
  }

  @Test("Every size down to one cell is drawn, and one line already says the most important")
  func sizes() {
    for (name, sample) in Self.samples {
      let snapshot = sample.snapshot
      let context = PanelContext(theme: .roles, isFocused: true, selectedRow: 0)
      for panel in panels {
        for columns in [0, 1, 2, 3, 4, 5, 7, 9, 12, 24, 36, 41] {
          for rows in 0...12 { _ = draw(panel, snapshot, columns, rows, context) }
        }
        #expect(!draw(panel, snapshot, 40, 1, context).text[0].isEmpty, "\(panel) \(name)")
        #expect(!panel.summary(snapshot, context).text.isEmpty)
      }
    }
  }

  @Test("A study nobody has made yet is being computed; no history is a reason; neither is a number")
  func missing() {
    let waiting = RiskSample().unstudied
    for panel in panels {
      for rows in [1, 12] {
        #expect(draw(panel, waiting, 80, rows, PanelContext(theme: .roles)).text[0].contains("computing…"), "\(panel)")
      }
      #expect(panel.summary(waiting, PanelContext(theme: .roles)).text == "computing…")
      #expect(panel.rowCount(waiting, PanelContext(theme: .roles)) == 0)
    }
    let none = RiskSample(days: 0).snapshot
    for panel in panels.dropLast() {
      #expect(draw(panel, none, 80, 12, PanelContext(theme: .roles)).text[0].contains("— no price history yet"))
    }
  }

  @Test("In ASCII every cell is ASCII")
  func ascii() {
    for (name, sample) in Self.samples {
      let snapshot = sample.snapshot
      for panel in panels {
        let context = PanelContext(theme: .roles, glyphs: .ascii, isFocused: true, selectedRow: 1, sortColumn: 1)
        for (columns, rows) in [(36, 7), (150, 40)] {
          let text = draw(panel, snapshot, columns, rows, context).text.joined()
          #expect(text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(name) \(panel) \(text)")
        }
        #expect(panel.summary(snapshot, context).text.utf8.allSatisfy { $0 < 0x80 }, "\(name) \(panel)")
      }
    }
  }

  @Test("No control character and no bidirectional mark reaches a cell")
  func hostile() {
    let sample = RiskSample(builder: .hostileText, suffix: "\u{1B}[31mX\u{7}\u{202E}\r\n日本")
    let snapshot = sample.snapshot
    for panel in panels {
      let text = draw(panel, snapshot, 190, 50, PanelContext(theme: .roles)).text.joined()
      #expect(
        text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}" })
    }
  }

  @Test("What is drawn as a warning also has a mark, and a breach is not drawn at all: nothing here is one")
  func marks() {
    for (name, sample) in Self.samples {
      let snapshot = sample.snapshot
      for panel in panels {
        let grid = draw(panel, snapshot, 118, 40, PanelContext(theme: .roles))
        for row in 0..<40 {
          let roles = (0..<118).map { Theme.role(of: grid[column: $0, row: row].style) }
          #expect(!roles.contains(.breach), "\(name) \(panel)")
          let words = grid.text[row].contains { "⚠█▀▄".contains($0) }
          if roles.contains(.warning) { #expect(words, "\(name) \(panel): \(grid.text[row])") }
        }
      }
    }
  }

  @Test("The probe finds every row of a table by drawing, also where the selected row is told of beside it")
  func probe() {
    let snapshot = RiskSample().snapshot
    let context = PanelContext(theme: .roles, isFocused: true, selectedRow: 0)
    for panel in panels {
      for size in [Size(columns: 38, rows: 8), Size(columns: 98, rows: 26)] {
        let probe = RowProbe(panel: panel, snapshot: snapshot, context: context, size: size)
        #expect(probe.line(of: 0, scroll: 0) != nil, "\(panel) \(size)")
        #expect(probe.line(of: 1, scroll: 0) != nil, "\(panel) \(size)")
      }
    }
  }

  @Test("The same snapshot and context draw the same frame; details belong to the selected row")
  func deterministic() {
    let snapshot = RiskSample().snapshot
    let context = PanelContext(theme: .roles, isFocused: true, selectedRow: 1)
    for panel in panels {
      #expect(draw(panel, snapshot, 120, 30, context) == draw(panel, RiskSample().snapshot, 120, 30, context))
      guard case .row(let id, let key)? = panel.subject(snapshot, context) else {
        Issue.record("\(panel) has no row")
        continue
      }
      #expect(id == panel.id && !panel.details(of: key, snapshot, context).isEmpty)
      #expect(panel.details(of: "nothing of that name", snapshot, context).isEmpty)
    }
  }

  @Test(
    "The page looks as recorded, in 256 colours, and without any in ASCII",
    arguments: ["200x60", "120x40", "80x24", "60x18"])
  func page(size: String) {
    let numbers = size.split(separator: "x").compactMap { Int($0) }
    var driver = ScreenDriver(RiskSample().snapshot, size: Size(columns: numbers[0], rows: numbers[1]))
    driver.screen = Screen(panels: PanelRegistry(panels))
    driver.state.page = .risk
    driver.state.focus = .regime
    for (depth, glyphs, name) in [(ColourDepth.palette256, GlyphSet.unicode, "page"), (.none, .ascii, "page-ascii")] {
      var grid = driver.grid(BuiltinThemes.standard.adapted(to: depth), glyphs: glyphs)
      for row in 0..<grid.size.rows {
        grid.restyle(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1)) { $0 = $0.reduced(to: depth) }
      }
      expectFrame(grid, matches: "\(name)-\(size)")
    }
  }
}
