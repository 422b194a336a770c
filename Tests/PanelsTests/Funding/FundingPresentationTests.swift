import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of funding says")
struct FundingPresentationTests {
  private func text(_ builder: SnapshotBuilder, columns: Int = 118, rows: Int = 10) -> String {
    drawn(FundingPanel.self, builder, columns: columns, rows: rows).text.joined(separator: "\n")
  }

  @Test("What a short receives is income: receive, and a negative drag")
  func income() {
    let shown = text(.calm)
    #expect(shown.contains("receive $85.78 a day · drag −$85.78"))
    #expect(shown.contains("income beats fees by 0.56 % in 30 d"))
  }

  @Test("What it pays is a cost: pay, a positive drag, and the fall that earns it back")
  func cost() {
    let shown = text(.breach)
    #expect(shown.contains("pay $84.95 a day · drag +$84.95"))
    #expect(shown.contains("break-even BTC −0.88 % in 30 d"))
  }

  @Test("Gains and losses have their colours besides their words")
  func colours() {
    #expect(drawn(FundingPanel.self, .calm, columns: 60, rows: 8)[column: 0, row: 0].style == Theme.roles.style(.gain))
    #expect(
      drawn(FundingPanel.self, .breach, columns: 60, rows: 8)[column: 0, row: 0].style == Theme.roles.style(.loss))
  }

  @Test("A reversal is said in words and marked at its leg")
  func reversal() {
    let shown = text(.breach)
    #expect(shown.contains("⚠ REVERSED BTC-PERP: you now pay"))
    #expect(shown.contains("⚠ pay"))
    #expect(!text(.calm).contains("REVERSED"))
    let summary = FundingPanel.summary(SnapshotBuilder.breach.snapshot, PanelContext(theme: .roles))
    #expect(summary == PanelSummary("⚠ reversed: pay $84.95/day", role: .warning))
  }

  @Test("Each leg has rate, interval, year, accrual, projection and countdown under named columns")
  func columns() {
    let shown = text(.calm)
    for heading in ["Rate %", "per", "Flow", "$/day", "Year %", "Accrued $", "since", "In 30 d $", "Next"] {
      #expect(shown.contains(heading), "\(heading)")
    }
    #expect(shown.contains("+10.95") && shown.contains("2h 13m") && shown.contains("+2,839.00"))
  }

  @Test("A dated future is named as such and has no numbers of funding")
  func dated() throws {
    let line = try #require(text(.calm).split(separator: "\n").first { $0.hasPrefix("BTC-27JUN25") })
    #expect(line.contains("dated") && !line.contains("0.00"))
  }

  @Test("Without legs it says so instead of a zero")
  func empty() {
    #expect(text(.emptyPortfolio).hasPrefix("no futures legs"))
    #expect(!text(.emptyPortfolio).contains("$0"))
  }
}
