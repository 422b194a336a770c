import FoundationEssentials
import HedgeAnalytics
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of legs says")
struct LegsPresentationTests {
  private func text(_ builder: SnapshotBuilder, _ change: (inout PanelContext) -> Void = { _ in }) -> [String] {
    drawn(LegsPanel.self, builder, columns: 198, rows: 6, change).text
  }

  @Test("Short, long and empty legs are told apart in words, not only by sign")
  func sides() {
    var builder = SnapshotBuilder.calm
    builder.legs[1].contracts = 12
    builder.legs[2].contracts = 0
    let rows = text(builder)
    #expect(rows[1].contains("SHORT") && rows[1].contains("−4.85"))
    #expect(rows[2].contains("LONG") && rows[2].contains(" 12 "))
    #expect(rows[3].contains("flat"))
  }

  @Test("A short receives positive funding and pays negative; a dated future has none")
  func funding() {
    let rows = text(.calm)
    #expect(rows[1].contains("+0.0100") && rows[1].contains("8h") && rows[1].contains("receive"))
    #expect(rows[2].contains("−0.0035") && rows[2].contains("4h") && rows[2].contains("pay"))
    #expect(rows[3].contains("dated"))
  }

  @Test("A leg near its liquidation price carries a mark, one far from it does not")
  func distance() {
    #expect(text(.breach)[1].contains("⚠ +4.5"))
    #expect(!text(.calm).joined().contains("⚠"))
  }

  @Test("Sorting by distance puts the nearest first, whichever side it lies on")
  func nearestFirst() {
    var builder = SnapshotBuilder.calm
    builder.legs[2].liquidation = builder.legs[2].mark * 0.97
    let rows = text(builder) {
      $0.sortColumn = 5
      $0.sortDescending = false
    }
    #expect(rows[1].hasPrefix("BTC-27JUN25"))
  }

  @Test("A leg past its liquidation price says so, sorts first and is critical, whichever side it is on")
  func past() {
    for (leg, contracts, share) in [(1, Decimal(-12), 0.6), (2, Decimal(4), 1.4)] {
      var builder = SnapshotBuilder.calm
      builder.legs[leg].contracts = contracts
      builder.legs[leg].liquidation = builder.legs[leg].mark * share
      builder.legs[0].liquidation = builder.legs[0].mark * 1.01
      let rows = text(builder) {
        $0.sortColumn = 5
        $0.sortDescending = false
      }
      #expect(rows[1].hasPrefix(builder.legs[leg].symbol) && rows[1].contains("⚠ past"), "\(rows)")
      #expect(!rows[1].contains("−40.0") && !rows[1].contains("+40.0"))
      let figures = builder.snapshot.figures.strategies[0].legs
      #expect(figures.map(\.isPastLiquidation) == figures.indices.map { $0 == leg })
      #expect(figures[leg].moveLeft == 0)
      #expect(DangerLevel(liquidationDistance: 0, builder.snapshot.alertPolicy) == .critical)
    }
  }

  @Test("The word for a passed liquidation price fits its column, and in ASCII it carries a mark of its own")
  func pastNarrow() {
    var builder = SnapshotBuilder.calm
    builder.legs[0].liquidation = builder.legs[0].mark * 0.6
    let narrow = drawn(LegsPanel.self, builder, columns: 60, rows: 8) { $0.glyphs = .ascii }.text
    #expect(narrow[1].contains("! past"))
  }

  @Test("The summary names the side, the notional and the profit")
  func summary() {
    let summary = LegsPanel.summary(SnapshotBuilder.calm.snapshot, PanelContext(theme: .roles))
    #expect(summary.text == "short $391k P&L −$3.00k")
  }

  @Test("Below the table the selected leg is shown in full")
  func details() {
    let grid = drawn(LegsPanel.self, .calm, columns: 100, rows: 14) {
      $0.isFocused = true
      $0.selectedRow = 1
    }
    #expect(grid.text.contains { $0.hasPrefix("simulated:ETH-PERP in main") })
    #expect(!grid.text.contains { $0.hasPrefix("simulated:BTC-PERP in main") })
    let wide = drawn(LegsPanel.self, .calm, columns: 198, rows: 30)
    #expect(wide.text.filter { $0.hasPrefix("simulated:") }.count == 3)
  }
}
