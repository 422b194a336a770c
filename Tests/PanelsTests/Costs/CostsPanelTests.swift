import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel that says whether to rebalance or to wait")
struct CostsPanelTests {
  private static let deep: [String: Decimal] = ["BTC": 50, "ETH": 500, "SOL": 5000]

  @Test("It looks as recorded", arguments: [(38, 12), (54, 16), (98, 22)])
  func frames(columns: Int, rows: Int) {
    let size = "\(columns)x\(rows)"
    expectFrame(
      TradeSample(depth: Self.deep, horizon: .days(30)).draw(CostsPanel.self, columns: columns, rows: rows),
      matches: "rebalance-\(size)")
    expectFrame(
      TradeSample(horizon: .hours(1)).draw(CostsPanel.self, columns: columns, rows: rows), matches: "wait-\(size)")
  }

  @Test("In ASCII, and while nothing is known, it looks as recorded")
  func otherFrames() {
    expectFrame(
      TradeSample(horizon: .days(30)).draw(CostsPanel.self, columns: 78, rows: 14) { $0.glyphs = .ascii },
      matches: "ascii-78x14")
    expectFrame(TradeSample(market: .unknown).draw(CostsPanel.self, columns: 78, rows: 4), matches: "unknown-78x4")
  }

  @Test("The verdict is a word with a mark, beside what it was decided on")
  func verdicts() throws {
    let trade = TradeSample(depth: Self.deep, horizon: .days(30))
    let context = PanelContext(theme: .roles)
    #expect(CostsPanel.summary(trade.snapshot, context).text.hasPrefix("▶ REBALANCE, cost $"))
    let verdict = try #require(trade.snapshot.studies.rebalances?["Main"]?.verdict.value)
    let format = FigureFormat(trade.snapshot, context)
    let text = trade.text(CostsPanel.self)
    #expect(
      text.contains("worth \(format.money(verdict.benefit)) · the trades cost \(format.money(verdict.basis.cost))"))
    #expect(text.contains(format.money(verdict.dailyDeviationNow)))
    #expect(text.contains("±" + format.beta(try #require(verdict.breakEvenDrift))) && text.contains("30 d"))
    let wait = CostsPanel.summary(TradeSample(horizon: .hours(1)).snapshot, context)
    #expect(wait.text.hasPrefix("● WAIT, cost at least $") && wait.role == .calm)
  }

  @Test("Without depth the slippage is unknown in words, and a verdict to trade says that it is not counted")
  func slippage() {
    let text = TradeSample(horizon: .days(30)).text(CostsPanel.self)
    #expect(text.contains("unknown: no depth") && text.contains("⚠ slippage is not counted"))
    #expect(!TradeSample(horizon: .hours(1)).text(CostsPanel.self).contains("is not counted"))
    let thin = TradeSample(depth: ["BTC": 50, "ETH": 1, "SOL": 5000]).text(CostsPanel.self)
    #expect(thin.contains("⚠ book too thin, filled 1 of"))
  }

  @Test("The best band over recorded history is told by a command that is named")
  func note() {
    #expect(TradeSample().text(CostsPanel.self).contains("best over history: hedgetop band"))
  }

  @Test("When nothing needs to be traded it is calm and says so")
  func nothing() {
    var sample = TradeSample(ratio: "0")
    sample.short = ["BTC": "0", "ETH": "0", "SOL": "0"]
    let summary = CostsPanel.summary(sample.snapshot, PanelContext(theme: .roles))
    #expect(summary.role == .calm, "\(summary)")
  }

  @Test("A stale order book says so, and its slippage is unknown; a fresh one tells how far the trade moves the price")
  func stale() {
    let text = TradeSample(depth: Self.deep, depthIsStale: true, horizon: .days(30)).text(CostsPanel.self)
    #expect(text.contains("unknown: depth is stale") && text.contains("slippage is not counted"))
    #expect(TradeSample(depth: Self.deep, horizon: .days(30)).text(CostsPanel.self).contains(", impact 1.00 bps"))
  }
}
