import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import SeededRandom
import TerminalCells
import Testing

@testable import Panels

@Suite("What holds for the panels of trading")
struct TradePanelsTests {
  static let panels: [any Panel.Type] = [
    TicketPanel.self, CostsPanel.self, ComparisonPanel.self, TransitionPanel.self,
  ]
  static let samples: [(name: String, sample: TradeSample)] = [
    ("calm", TradeSample()), ("breach", TradeSample(lot: "2")), ("deep", TradeSample(depth: ["BTC": 50, "ETH": 1])),
    ("stale", TradeSample(market: .stale)), ("unknown", TradeSample(market: .unknown)),
    ("computing", TradeSample(hasStudies: false)),
    ("hostile", TradeSample(poison: "\u{1B}[31m\u{7}\u{202E}\r\n日本\u{9B}0m")),
  ]

  @Test("A panel never draws outside of its rectangle, whatever its size", arguments: samples.map(\.name))
  func staysInside(name: String) throws {
    let snapshot = try #require(Self.samples.first { $0.name == name }).sample.snapshot
    let sentinel = Style(foreground: .palette(201), background: .palette(202), attributes: .underline)
    let blank = Grid(size: Size(columns: 204, rows: 44), style: sentinel)
    var random = SeededGenerator(seed: 11)
    for round in 0..<40 {
      let area = Rect(
        column: Int.random(in: -3...3, using: &random), row: Int.random(in: -3...3, using: &random),
        columns: round < 20 ? round : Int.random(in: 0...198, using: &random),
        rows: round < 20 ? round % 7 : Int.random(in: 0...38, using: &random))
      let context = PanelContext(
        theme: .roles, isFocused: true, selectedRow: Int.random(in: -1...9, using: &random),
        scroll: Int.random(in: -1...9, using: &random), sortColumn: Int.random(in: 0...7, using: &random))
      for panel in Self.panels {
        var grid = blank
        panel.draw(snapshot, context, in: area, on: &grid)
        grid.fill(area, style: sentinel)
        #expect(grid == blank, "\(panel) in \(area)")
      }
    }
  }

  @Test("One line already says something; in ASCII every cell is ASCII; no control character reaches a cell")
  func text() {
    for (name, sample) in Self.samples {
      let snapshot = sample.snapshot
      for panel in Self.panels {
        var line = Grid(size: Size(columns: 40, rows: 1))
        panel.draw(snapshot, PanelContext(theme: .roles), in: line.bounds, on: &line)
        #expect(!line.text[0].isEmpty, "\(name) \(panel)")
        var grid = Grid(size: Size(columns: 150, rows: 30))
        panel.draw(snapshot, PanelContext(theme: .roles, glyphs: .ascii), in: grid.bounds, on: &grid)
        let text = grid.text.joined()
        if name != "hostile" { #expect(text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(name) \(panel)") }
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
      }
    }
  }

  @Test("Before it is made a study says that it is being computed; what is unknown is a dash with its reason")
  func absent() {
    for panel in Self.panels {
      #expect(TradeSample(hasStudies: false).text(panel).contains("computing…"), "\(panel)")
      let unknown = TradeSample(market: .unknown).text(panel)
      #expect(unknown.contains("—") && unknown.contains("no "), "\(panel)")
      #expect(!unknown.contains("0.00") && !unknown.contains("$0"), "\(panel): \(unknown)")
    }
  }

  @Test("A strategy that is not there draws a word and counts no rows")
  func noStrategy() {
    for panel in Self.panels {
      let context = PanelContext(theme: .roles, strategy: 5)
      #expect(panel.rowCount(TradeSample().snapshot, context) == 0)
      #expect(TradeSample().draw(panel, columns: 30, rows: 4) { $0.strategy = 5 }.text[0] == "no strategy")
    }
  }

  @Test("Stale figures say so, and nothing stale looks calm")
  func stale() {
    for panel in Self.panels {
      let grid = TradeSample(market: .stale).draw(panel, columns: 118, rows: 14)
      let summary = panel.summary(TradeSample(market: .stale).snapshot, PanelContext(theme: .roles))
      #expect((grid.text.joined() + summary.text).lowercased().contains("stale"), "\(panel): \(grid.text)")
      #expect(!grid.styleRows.joined().contains { [.gain, .loss, .calm].contains(Theme.role(of: $0)) }, "\(panel)")
    }
  }

  @Test("Hidden balances: no amount of the portfolio is on any panel")
  func hidden() throws {
    let sample = TradeSample(depth: ["BTC": 50, "ETH": 500, "SOL": 5000])
    let context = PanelContext(theme: .roles, isFocused: true, selectedRow: 0, hidesBalances: true)
    let ticket = try #require(sample.snapshot.studies.tickets?["Main"]?.value)
    let plain = FigureFormat(sample.snapshot, PanelContext(theme: .roles))
    let secrets =
      ticket.lines.flatMap {
        [" " + plain.exact($0.contracts.magnitude) + " ", plain.amount($0.notional.magnitude)]
      } + [plain.money(try #require(ticket.fees))]
    for panel in Self.panels {
      var grid = Grid(size: Size(columns: 198, rows: 30))
      panel.draw(sample.snapshot, context, in: grid.bounds, on: &grid)
      let text = panel.summary(sample.snapshot, context).text + grid.text.joined(separator: "\n")
      #expect(secrets.filter { text.contains($0) }.isEmpty, "\(panel)\n\(text)")
    }
  }
}
