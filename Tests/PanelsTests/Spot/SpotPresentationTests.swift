import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of spot holdings says")
struct SpotPresentationTests {
  private func text(_ builder: SnapshotBuilder, _ change: (inout PanelContext) -> Void = { _ in }) -> [String] {
    drawn(SpotPanel.self, builder, columns: 150, rows: 9, change).text
  }

  @Test("Collateral is marked as such, with its account")
  func collateral() {
    let rows = text(.calm)
    #expect(rows.contains { $0.hasPrefix("BTC margin") && $0.contains(" coin ") })
    #expect(rows.contains { $0.hasPrefix("BTC ") && !$0.contains("collateral") })
  }

  @Test("The totals are the strategy's own, and are left out while a filter hides rows")
  func totals() throws {
    let total = try #require(text(.calm).first { $0.hasPrefix("Total") })
    #expect(total.contains("549,146") && total.contains("1.1856"))
    #expect(!text(.calm) { $0.filter = "eth" }.contains { $0.hasPrefix("Total") })
  }

  @Test("A stated beta says fixed where an estimate has its error")
  func fixed() {
    #expect(text(.calm).contains { $0.hasPrefix("DOGE") && $0.contains("fixed") })
    #expect(text(.calm).contains { $0.hasPrefix("ETH") && $0.contains("0.041") })
  }

  @Test("Rows are counted after the filter")
  func count() {
    let snapshot = SnapshotBuilder.calm.snapshot
    var context = PanelContext(theme: .roles)
    #expect(SpotPanel.rowCount(snapshot, context) == 5)
    context.filter = "btc"
    #expect(SpotPanel.rowCount(snapshot, context) == 2)
  }

  @Test("It sorts by each of its columns", arguments: 0..<SpotPanel.sortColumns.count)
  func sorts(column: Int) {
    let rows = text(.calm) { $0.sortColumn = column }
    #expect(rows.filter { $0.hasPrefix("BTC") || $0.hasPrefix("SOL") || $0.hasPrefix("DOGE") }.count == 4)
    if column == 2 { #expect(rows[1].hasPrefix("ETH")) }
    if column == 4 { #expect(rows[1].hasPrefix("DOGE")) }
    if column == 5 { #expect(rows[1].hasPrefix("SOL")) }
  }

  @Test("The summary is the value and its day, or why there is none")
  func summaries() {
    let context = PanelContext(theme: .roles)
    func summary(_ builder: SnapshotBuilder) -> PanelSummary { SpotPanel.summary(builder.snapshot, context) }
    #expect(summary(.calm) == PanelSummary("$549k +0.9 %", role: .text))
    #expect(summary(.stale) == PanelSummary("STALE 35s $549k", role: .stale))
    #expect(summary(.unknown) == PanelSummary("—", role: .unknown))
    #expect(summary(.emptyPortfolio).text != "$0.00")
  }

  @Test("An empty portfolio says so")
  func empty() {
    #expect(text(.emptyPortfolio)[1] == "no spot holdings")
  }
}
