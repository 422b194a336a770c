import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of the hedge's price says")
struct HedgePricePanelTests {
  private func text(_ sample: ProfitSample = ProfitSample(), columns: Int = 120, rows: Int = 24) -> String {
    var grid = Grid(size: Size(columns: columns, rows: rows))
    HedgePricePanel.draw(sample.snapshot, PanelContext(theme: .roles), in: grid.bounds, on: &grid)
    return grid.text.joined(separator: "\n")
  }

  private func summary(_ sample: ProfitSample) -> PanelSummary {
    HedgePricePanel.summary(sample.snapshot, PanelContext(theme: .roles))
  }

  @Test("A hedge that is paid for by its funding earns, and is worth holding")
  func earns() {
    let shown = text()
    #expect(shown.hasPrefix("worth holding · earns $"), "\(shown)")
    #expect(shown.contains("eaten by the cost never"))
    #expect(summary(ProfitSample()).text.hasPrefix("earns $") && summary(ProfitSample()).role == .gain)
  }

  @Test("One that costs more than it protects is INEFFICIENT in words and with a mark")
  func inefficient() {
    let shown = text(.dear)
    #expect(shown.hasPrefix("⚠ INEFFICIENT · costs $"), "\(shown)")
    #expect(summary(.dear).text.hasPrefix("⚠ INEFFICIENT costs $") && summary(.dear).role == .breach)
    #expect(shown.contains("eaten by the cost 2025-"))
  }

  @Test("The spread of the past, the break-even move and the next roll are there")
  func figures() {
    let shown = text()
    for words in [
      "Break-even BTC", "Funding 5 %", "Funding median", "Funding 95 %", "Past periods", "Inefficient in", "Next roll",
    ] { #expect(shown.contains(words), "\(words)\n\(shown)") }
  }

  @Test("The perpetual and the dated future of one coin stand side by side, the cheapest marked, with the roll date")
  func alternatives() throws {
    let shown = text()
    let lines = shown.split(separator: "\n")
    let perpetual = try #require(lines.first { $0.contains("● BTC-PERP") })
    let dated = try #require(lines.first { $0.contains("● BTC-27JUN25") })
    #expect([perpetual, dated].count { $0.contains("cheapest") } == 1)
    #expect(perpetual.contains("none") && dated.contains("+135.0"))
    #expect(!shown.contains("ETH-PERP"), "one future is no choice")
  }

  @Test("Without past funding the price is unknown with the reason, and never zero")
  func young() {
    let shown = text(.young)
    #expect(shown.contains("—") && shown.contains("no past funding of simulated:"), "\(shown)")
    #expect(!shown.contains("$0.00"))
    #expect(summary(.young).role == .unknown)
  }

  @Test("While it is being computed it says so; without a hedge there is nothing to price")
  func nothing() {
    #expect(text(.new).contains("computing…"))
    #expect(text(ProfitSample(.emptyPortfolio)).contains("no hedge held: nothing to price"))
  }

  @Test("What slippage is not known of is said, not added as zero")
  func slippage() {
    let shown = text()
    #expect(shown.contains("without slippage") && shown.contains("no order book of"), "\(shown)")
  }

  @Test("Funding that has turned is a warning in words")
  func reversed() {
    var sample = ProfitSample()
    #expect(!text(sample).contains("the rate has turned"))
    sample.currentFactor = -1
    #expect(text(sample).contains("⚠ REVERSED BTC-PERP: the rate has turned"), "\(text(sample))")
    #expect(summary(sample).role == .warning && summary(sample).text.contains("reversed"))
  }
}
