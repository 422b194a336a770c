import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of net beta says")
struct BetaPresentationTests {
  private func text(_ builder: SnapshotBuilder, columns: Int = 90, rows: Int = 16) -> String {
    drawn(BetaPanel.self, builder, columns: columns, rows: rows).text.joined(separator: "\n")
  }

  private func summary(_ builder: SnapshotBuilder) -> PanelSummary {
    BetaPanel.summary(builder.snapshot, PanelContext(theme: .roles))
  }

  @Test("Each verdict has its words")
  func verdicts() {
    #expect(summary(.calm) == PanelSummary("−0.0137 in band", role: .calm))
    #expect(summary(.breach) == PanelSummary("⚠ BREACH +0.0988 under-hedged", role: .breach))
    #expect(summary(.stale) == PanelSummary("STALE 35s −0.0137", role: .stale))
    #expect(summary(.unknown).role == .unknown)
    #expect(summary(.emptyPortfolio).role == .unknown)
  }

  @Test("Above its target a book is under-hedged, below it over-hedged")
  func sides() {
    #expect(text(.breach).contains("under-hedged"))
    var builder = SnapshotBuilder.calm
    builder.legs[0].contracts = -9
    #expect(text(builder).contains("BREACH") && text(builder).contains("over-hedged"))
  }

  @Test("The drift is told in money too, unless amounts are hidden")
  func driftInMoney() {
    #expect(text(.breach).contains("under-hedged by $"))
    #expect(text(.calm).contains("over-hedged by $") && text(.calm).contains("of BTC"))
    let hidden = drawn(BetaPanel.self, .calm, columns: 90, rows: 16) { $0.hidesBalances = true }.text.joined()
    #expect(hidden.contains("over-hedged") && !hidden.contains("hedged by"))
  }

  @Test(
    "A breach stands first, reversed and bold, at every size", arguments: [(24, 4), (38, 10), (118, 12), (198, 25)])
  func unmissable(columns: Int, rows: Int) {
    let grid = drawn(BetaPanel.self, .breach, columns: columns, rows: rows)
    #expect(grid.text[0].hasPrefix("⚠ BREACH"))
    #expect(grid[column: 3, row: 0].style.attributes.isSuperset(of: [.reverse, .bold]))
    #expect(grid.text[0].contains("+0.0988"))
  }

  @Test("The named figures are there, each under its own name")
  func facts() {
    let shown = text(.calm)
    for name in [
      "Net β / spot", "Net β / equity", "Target β", "Hedge ratio H", "Hedged now", "Outside band",
    ] {
      #expect(shown.contains(name), "\(name)")
    }
    #expect(shown.contains("61.2 %") && shown.contains("60.0 %"))
    #expect(text(.breach).contains("2h 13m"))
  }

  @Test("That a verdict may be chance is said in words, and only when it may")
  func noise() {
    #expect(text(.breach, columns: 180).contains("within noise (s.e. 0.0284)"))
    #expect(text(.breach, columns: 50).contains("Within noise       yes"))
    var builder = SnapshotBuilder.breach
    builder.legs[0].contracts = 0
    #expect(!text(builder).contains("within noise") && text(builder).contains("Within noise        no"))
  }

  @Test("A suggested trade says side, quantity, instrument, value, fee and what it leaves")
  func trades() {
    #expect(text(.breach).contains("SELL 0.83 BTC-PERP ≈ $53,983 · fee $26.99 · leaves +0.0005"))
    #expect(text(.calm).contains("BUY 0.12 BTC-PERP"))
  }

  @Test(
    "What must be known before trading is said with a mark",
    arguments: [
      (TradeSuggestion.Warning.bandInfeasible(lotBeta: 0.062), "lot too coarse"),
      (.belowMinimumQuantity(2), "minimum of 2 contracts"), (.belowMinimumNotional(100), "minimum value of 100"),
    ])
  func warnings(warning: TradeSuggestion.Warning, words: String) throws {
    let base = SnapshotBuilder.breach.snapshot
    let strategy = try #require(base.figures.strategies.first)
    let trade = try #require(strategy.suggestions.first)
    let warned = TradeSuggestion(
      leg: trade.leg, exactContracts: trade.exactContracts, contracts: trade.contracts, price: trade.price,
      notional: trade.notional, fee: trade.fee, residualBeta: trade.residualBeta, warnings: [warning])
    let snapshot = base.replacing(suggestions: [warned])
    var grid = Grid(size: Size(columns: 90, rows: 14))
    BetaPanel.draw(snapshot, PanelContext(theme: .roles), in: grid.bounds, on: &grid)
    #expect(grid.text.contains { $0.contains("⚠") && $0.contains(words) }, "\(grid.text)")
  }

  @Test("Due reviews and locks are said, and a lock replaces the trades")
  func attention() {
    #expect(text(.breach).contains("Review due: last 1d 02h ago · BTC moved +6.1 %"))
    let stale = text(.stale)
    #expect(stale.contains("Locked: simulated prices are 35 s old"))
    #expect(!stale.contains("BUY") && !stale.contains("SELL"))
  }

  @Test("What moved the drift since the last review is said in parts")
  func attribution() {
    let shown = text(.calm)
    for part in ["drift −0.0071", "prices +0.0041", "fills 0.0000", "betas −0.0112", "target 0.0000"] {
      #expect(shown.contains(part), "\(part)")
    }
  }

  @Test("Contributions stand largest first, holdings before legs")
  func contributions() throws {
    let presentation = try #require(BetaPresentation(SnapshotBuilder.calm.snapshot, PanelContext(theme: .roles)))
    let names = presentation.contributions(limit: 99).map(\.name)
    #expect(names.prefix(3) == ["SOL", "BTC", "ETH"])
    #expect(names.suffix(3) == ["BTC-PERP", "ETH-PERP", "BTC-27JUN25"])
    #expect(presentation.contributions(limit: 2).map(\.name) == ["SOL", "BTC"])
    #expect(presentation.contributions(limit: 0).isEmpty)
  }

  @Test("The chart can be cut to its latest samples")
  func chartRange() {
    let all = drawn(BetaPanel.self, .calm, columns: 160, rows: 14).text.joined()
    let some = drawn(BetaPanel.self, .calm, columns: 160, rows: 14) { $0.chartRange = 21 }.text.joined()
    #expect(all.contains("−2 h") && some.contains("−10 min"))
  }
}
