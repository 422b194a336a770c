import HedgeModel
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of margin accounts says")
struct MarginPresentationTests {
  private func text(_ builder: SnapshotBuilder, columns: Int = 60, rows: Int = 14) -> String {
    drawn(MarginPanel.self, builder, columns: columns, rows: rows).text.joined(separator: "\n")
  }

  @Test("The venue's ratio stands under its own name, with the end that is dangerous")
  func directions() {
    #expect(text(.calm).contains("Margin ratio 23.1 % · liquidates ≥ 100 %"))
    #expect(text(.calm).contains("liquidates ≤ 100 %"))
    var builder = SnapshotBuilder.calm
    builder.accounts[0].convention = .binancePortfolio
    #expect(text(builder).contains("uniMMR") && text(builder).contains("≤ 105 %"))
  }

  @Test("Where the title has no room for it, the dangerous end is among the figures")
  func narrow() {
    let narrow = text(.calm, columns: 38, rows: 10)
    #expect(narrow.contains("≥ 100 %") && narrow.contains("≤ 100 %"))
  }

  @Test(
    "The level is a word",
    arguments: [(0.0, "safe"), (0.49, "safe"), (0.5, "WARN"), (0.8, "CRITICAL"), (1.7, "CRITICAL")])
  func levels(ratio: Double, word: String) {
    #expect(DangerLevel(normalisedRatio: ratio).word == word)
  }

  @Test(
    "A short distance is a warning on either side", arguments: [(0.2, 0), (-0.09, 1), (0.1, 1), (-0.05, 2), (0.0, 2)])
  func distances(distance: Double, level: Int) {
    #expect(DangerLevel(liquidationDistance: distance).rawValue == level)
  }

  @Test("The summary is of the worst account and names it")
  func worst() {
    let context = PanelContext(theme: .roles)
    let calm = MarginPanel.summary(SnapshotBuilder.calm.snapshot, context)
    #expect(calm == PanelSummary("23.1 % safe main", role: .calm))
    let breach = MarginPanel.summary(SnapshotBuilder.breach.snapshot, context)
    #expect(breach == PanelSummary("84.6 % CRITICAL main", role: .breach))
  }

  @Test("That no move of the benchmark liquidates is a word, not a dash")
  func noMove() {
    #expect(text(.calm).contains("BTC move to liq.     none"))
    #expect(text(.calm).contains("+38.2 %"))
  }

  @Test("The collateral to survive is an amount, or nothing in a word")
  func survival() {
    #expect(text(.calm).contains("To survive +20 %  nothing"))
    #expect(text(.breach).contains("To survive +20 %  $48,200"))
  }

  @Test("The nearest leg of each account is named with its distance")
  func nearest() {
    #expect(text(.calm).contains("BTC-PERP +34.4 %"))
    #expect(text(.breach).contains("⚠ BTC-PERP +4.5 %"))
  }

  @Test("Where cards do not fit there is a row an account, the level still in words")
  func table() {
    let small = text(.breach, columns: 60, rows: 4)
    #expect(small.contains("CRITICAL") && small.contains("coin") && small.contains("84.6"))
  }

  @Test("Past liquidation the bar is full and the word is critical")
  func beyond() {
    var builder = SnapshotBuilder.breach
    builder.accounts[0].wallet = -5
    #expect(text(builder).contains("200.0 % CRITICAL"))
  }
}
