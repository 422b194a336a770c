import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel of the transition")
struct TransitionPanelTests {
  /// Hedged at 0.3, on the way from BTC into ETH in five steps of which two are done.
  private func sample(
    lot: String = "0.01", moved: String = "1.2", to: Asset? = "ETH", ratio: String = "0.3"
  ) -> TradeSample {
    var sample = TradeSample(ratio: ratio, lot: lot)
    sample.short = ["BTC": "-0.9", "ETH": "-12", "SOL": "-360"]
    sample.transition = TransitionIntent(
      from: "BTC", to: to, quantity: TradeSample.decimal("3"), moved: TradeSample.decimal(moved), steps: 5)
    return sample
  }

  @Test("It looks as recorded", arguments: [(38, 12), (54, 16), (98, 18)])
  func frames(columns: Int, rows: Int) {
    let size = "\(columns)x\(rows)"
    expectFrame(sample().draw(TransitionPanel.self, columns: columns, rows: rows), matches: "next-\(size)")
    expectFrame(
      sample(lot: "200", moved: "0", ratio: "0.6").draw(TransitionPanel.self, columns: columns, rows: rows),
      matches: "refused-\(size)")
  }

  @Test("In ASCII, unconfigured and unknown it looks as recorded")
  func otherFrames() {
    expectFrame(
      sample(lot: "200", ratio: "0.6").draw(TransitionPanel.self, columns: 78, rows: 14) { $0.glyphs = .ascii },
      matches: "ascii-78x14")
    expectFrame(
      TradeSample(transition: nil).draw(TransitionPanel.self, columns: 78, rows: 3), matches: "unconfigured-78x3")
    expectFrame(
      TradeSample(market: .unknown).draw(TransitionPanel.self, columns: 78, rows: 3), matches: "unknown-78x3")
  }

  @Test("The next step is told plainly: spot sold and bought, the short bought back and sold, and where that ends")
  func next() throws {
    let sample = sample()
    let plan = try #require(sample.snapshot.studies.transitions?["Main"]?.value)
    let text = sample.text(TransitionPanel.self)
    #expect(text.contains("BTC → ETH step 3 of 5:") && text.contains("sell 0.6 BTC"))
    #expect(text.contains("buy back ") && text.contains("BTC-PERP"))
    let format = FigureFormat(sample.snapshot, PanelContext(theme: .roles))
    for step in plan.steps {
      #expect(text.contains(format.beta(try #require(step.residual.netBeta), sign: .both)))
    }
    #expect(text.contains("moved 1.2 of 3 BTC") && text.contains("in band"))
    let summary = TransitionPanel.summary(sample.snapshot, PanelContext(theme: .roles))
    #expect(summary == PanelSummary("BTC → ETH, step 3 of 5", role: .text))
  }

  @Test("A step that would leave the band is a breach in words, and its ticket is not copied")
  func refused() throws {
    let sample = sample(lot: "200", moved: "0", ratio: "0.6")
    let text = sample.text(TransitionPanel.self, columns: 160)
    #expect(
      text.contains("⚠ BREACH step 1 of 5 is refused · it would leave net β at +") && text.contains("band ±0.0500"))
    #expect(text.contains("step 1 of 5, refused: sell 0.6 BTC"))
    let summary = TransitionPanel.summary(sample.snapshot, PanelContext(theme: .roles))
    #expect(summary.role == .breach && summary.text.contains("BREACH") && summary.text.contains("is refused"))
    #expect(TransitionPanel.copyText(sample.snapshot, PanelContext(theme: .roles)) == nil)
  }

  @Test("Without one configured a calm line says how to; one that is done is calm too")
  func calm() {
    let none = TradeSample(transition: nil)
    let text = none.text(TransitionPanel.self)
    #expect(text.contains("no transition is planned") && text.contains("[strategy.transition]"))
    #expect(TransitionPanel.summary(none.snapshot, PanelContext(theme: .roles)).role == .label)
    let done = TransitionPanel.summary(sample(moved: "3").snapshot, PanelContext(theme: .roles))
    #expect(done.role == .calm && done.text == "the transition is done: 3 BTC moved into ETH")
  }

  @Test("y copies the ticket of the next step; enter shows everything of the selected one")
  func keys() throws {
    var driver = ScreenDriver(sample().snapshot, panels: .standard)
    driver.press(":", "transition", "Enter")
    let plan = try #require(driver.snapshot?.studies.transitions?["Main"]?.value)
    #expect(driver.press("y") == [.copy(plan.steps[0].ticket.clipboardText)])
    driver.press("j", "Enter")
    #expect(driver.text.contains("step 4 of 5") && driver.text.contains("Drift if one is not filled"))
  }
}
