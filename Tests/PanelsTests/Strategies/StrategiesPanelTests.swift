import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel of strategies")
struct StrategiesPanelTests {
  private func draw(
    _ sample: BookSample = BookSample(), columns: Int = 198, rows: Int = 24,
    _ change: (inout PanelContext) -> Void = { _ in }
  ) -> Grid {
    var context = PanelContext(theme: .roles, isFocused: true, selectedRow: 0)
    change(&context)
    var grid = Grid(size: Size(columns: columns, rows: rows))
    StrategiesPanel.draw(sample.snapshot, context, in: grid.bounds, on: &grid)
    return grid
  }

  @Test("It looks as recorded", arguments: [(78, 9), (118, 20), (198, 30)])
  func frames(columns: Int, rows: Int) {
    expectFrame(draw(columns: columns, rows: rows), matches: "book-\(columns)x\(rows)")
    expectFrame(
      draw(BookSample(condition: .stale(.seconds(35))), columns: columns, rows: rows),
      matches: "stale-\(columns)x\(rows)")
    expectFrame(
      draw(BookSample(condition: .unknown), columns: columns, rows: rows), matches: "unknown-\(columns)x\(rows)")
  }

  @Test("Each strategy says its kind, verdict, leverage and next look in words or with a mark")
  func words() {
    let lines = draw().text
    func line(_ name: String) -> String { lines.first { $0.contains(name) } ?? "" }
    #expect(line("Core hedge").contains("spot hedge, defensive"))
    #expect(line("Core hedge").contains("▶ Core hedge"))
    #expect(line("Core hedge").contains("in band"))
    #expect(line("ETH against SOL").contains("⚠ BREACH"))
    #expect(line("ETH against SOL").contains("⚠ BTC moved +6.1 % +1"))
    #expect(line("More ETH").contains("leveraged long"))
    #expect(line("More ETH").contains("⚠ 6.17"))
    #expect(line("Carry").contains("cash and carry"))
    #expect(lines.contains { $0.contains("over equity") && $0.contains("over value") })
  }

  @Test("What is off is told on the frame")
  func summary() {
    let context = PanelContext(theme: .roles)
    let summary = StrategiesPanel.summary(BookSample().snapshot, context)
    #expect(summary.text == "⚠ BREACH 1 of 5 strategies" && summary.role == .breach)
    #expect(StrategiesPanel.summary(BookSample(count: 2).snapshot, context).text == "2 strategies in band")
    #expect(
      StrategiesPanel.summary(BookSample(condition: .stale(.seconds(35))).snapshot, context).text
        == "STALE 35s 5 strategies")
    #expect(StrategiesPanel.summary(SnapshotBuilder.emptyPortfolio.snapshot, context).role != .breach)
  }

  @Test("Rows are filtered by name, kind and verdict, and sorted by any column; totals are of all or not at all")
  func rows() {
    func names(_ change: (inout PanelContext) -> Void) -> [String] {
      var context = PanelContext(theme: .roles)
      change(&context)
      return StrategiesPresentation(BookSample().snapshot, context).rows.map(\.name)
    }
    #expect(names { $0.filter = "pair" } == ["ETH against SOL"])
    #expect(names { $0.filter = "breach" } == ["ETH against SOL"])
    #expect(names { $0.sortColumn = 5 }.first == "ETH against SOL")
    #expect(names { $0.sortColumn = 6 }.first == "More ETH")
    for column in StrategiesPanel.sortColumns.indices { #expect(names { $0.sortColumn = column }.count == 5) }
    #expect(draw().text.contains { $0.contains("Total") })
    #expect(!draw { $0.filter = "pair" }.text.contains { $0.contains("Total") })
  }

  @Test("Hidden balances: no amount; unknown is a dash, never zero")
  func hiddenAndUnknown() {
    let hidden = draw { $0.hidesBalances = true }.text.joined()
    for amount in ["549,1", "28,114", "195,038", "31,000", "85.78"] { #expect(!hidden.contains(amount), "\(amount)") }
    let unknown = draw(BookSample(condition: .unknown)).text
    #expect(unknown.contains { $0.contains("— unknown") })
    #expect(!unknown.joined().contains("0.0000"))
  }

  @Test("Enter shows the selected strategy on page Hedge; d its details; keys that decide concern the selected one")
  func open() throws {
    var driver = ScreenDriver(BookSample().snapshot)
    driver.press("p", "j", "j")
    #expect(driver.state.page == .book && driver.state.focus == .strategies)
    #expect(driver.press("r") == [.markReviewed(strategy: "ETH against SOL")])
    driver.press("d")
    #expect(driver.text.contains("▶ETH against SOL") && driver.text.contains("Net beta over gross long value"))
    driver.press("Esc", "Enter")
    #expect(driver.state.page == .hedge && driver.state.strategy == 2)
    #expect(driver.grid().text[0].contains("ETH against SOL pair 3/5 t"))
    driver.press("p", "G", "Enter")
    #expect(driver.state.strategy == 4)
    #expect(
      driver.press("p", "k", "h").contains { if case .previewHedgeRatio("Carry", _) = $0 { true } else { false } })
  }

  @Test("The strategy shown is named on the header at every size", arguments: [40, 60, 80, 120, 200])
  func header(columns: Int) {
    var driver = ScreenDriver(BookSample().snapshot, size: Size(columns: columns, rows: max(10, columns * 3 / 10)))
    driver.press("t")
    #expect(driver.grid().text[0].contains("Layer on"))
    #expect(driver.grid().text[0].contains("2/5"))
  }

  @Test("What is no hedge of coins is not spoken of as one")
  func hedgeWords() {
    var driver = ScreenDriver(BookSample().snapshot)
    #expect(driver.text.contains("2 Short legs"))
    driver.press("t", "t")
    #expect(driver.text.contains("2 Legs") && !driver.text.contains("Short legs"))
    #expect(driver.text.contains("no spot holdings: a pair holds futures on both sides"))
    #expect(driver.text.contains("below target") && !driver.text.contains("over-hedged"))
    #expect(driver.text.contains("gross long"))
    driver.press("t", "t")
    #expect(driver.text.contains("2 Long legs"))
    #expect(
      driver.text.contains("Aim, net β") && driver.text.contains("⚠ 6.17×") && !driver.text.contains("Hedged now"))
  }
}
