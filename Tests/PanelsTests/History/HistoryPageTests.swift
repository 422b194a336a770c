import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The page of history")
struct HistoryPageTests {
  private func text(_ sample: PastSample, _ change: (inout ScreenDriver) -> Void = { _ in }) -> String {
    var driver = sample.driver()
    change(&driver)
    return driver.text
  }

  @Test("[ and ] turn through the ranges on this page, from an hour to all, and stay at the ends")
  func ranges() {
    var driver = PastSample().driver()
    #expect(driver.state.historyRange == .day)
    for _ in 0..<9 { driver.press("]") }
    #expect(driver.state.historyRange == .all && driver.state.message == .done("charts: all that is kept"))
    for _ in 0..<9 { driver.press("[") }
    #expect(driver.state.historyRange == .hour && driver.state.message == .done("charts: last hour"))
    #expect(driver.state.chartRange == 0, "charts of the other pages stay as they are")
    driver.state.page = .hedge
    driver.press("[")
    #expect(driver.state.historyRange == .hour && driver.state.chartRange == 1)
  }

  @Test("What is to be read follows from strategy, range and width; nothing while another page or a held one is shown")
  func request() {
    var driver = PastSample().driver()
    let screen = driver.screen
    #expect(
      screen.historyRequest(driver.state, driver.snapshot)
        == HistoryRequest(strategy: "Main", range: .day, points: 240))
    driver.state.size = Size(columns: 20, rows: 20)
    #expect(screen.historyRequest(driver.state, driver.snapshot)?.points == 120)
    driver.press("f")
    #expect(screen.historyRequest(driver.state, driver.snapshot) == nil)
    driver.press("f")
    driver.state.page = .hedge
    #expect(screen.historyRequest(driver.state, driver.snapshot) == nil)
    #expect(screen.historyRequest(PastSample().driver().state, nil) == nil)
  }

  @Test("Charts say the range in words, extremes and breaches, units, and when time begins")
  func words() {
    let text = text(PastSample()) { $0.state.size = Size(columns: 200, rows: 60) }
    for words in [
      "last 24 hours", "beyond the band", "lowest", "highest", "target", "band ±0.05", "% of the way to liquidation",
      "warns at 50", "critical at 80", "in this time", "since opening", "18 May 12:00", "now", "unknown 20 % of it",
      "r reviewed", "h ratio set", "u undone", "total", "alpha", "collateral",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("slippage"), "what was nothing all the time has no line")
  }

  @Test("A time in band at every point says so, calmly")
  func calm() {
    var sample = PastSample()
    sample.points = 4
    #expect(text(sample).contains("band"))
    #expect(text(day(beta: [0.5, 0.3], target: [0.5, 0.3])).contains("✓ in band at all 24 points"))
  }

  @Test("What was beyond the band is said of the points shown, not of time that nobody has measured")
  func breachWords() {
    #expect(text(day(beta: [0.5, 0.56], target: [0.5, 0.5])).contains("⚠ beyond the band in 24 of 24 points"))
    for sample in [text(PastSample()), text(PastSample(range: .all))] {
      #expect(sample.contains(/beyond the band in \d+ of 192 points/) && !sample.contains("of the time"))
    }
  }

  /// A day of hours, each of which saw both of two net betas and both of two targets.
  private func day(beta: [Double], target: [Double]) -> HistorySeries {
    func column(_ values: [Double]) -> HistorySeries.Column {
      func all(_ value: Double?) -> [Double?] { Array(repeating: value, count: 24) }
      return HistorySeries.Column(last: all(values.last), lowest: all(values.min()), highest: all(values.max()))
    }
    let since = SnapshotBuilder.calm.now - .days(1)
    return HistorySeries(
      instants: (0..<24).map { since + .hours(Double($0)) }, spacing: .hours(1),
      columns: [.netBeta: column(beta), .target: column(target), .band: column([0.05])])
  }

  private func text(_ series: HistorySeries) -> String {
    text(PastSample()) { driver in
      let now = SnapshotBuilder.calm.now
      driver.state.history = HistoryView(
        request: HistoryRequest(strategy: "Main", range: .day, points: 240), since: now - .days(1), until: now,
        content: .series(series, decisions: []))
    }
  }

  @Test("A range of which less is kept says how much that is")
  func kept() {
    let text = text(PastSample()) { driver in
      guard let view = driver.state.history else { return }
      driver.state.history = HistoryView(
        request: view.request, since: view.until - .seconds(720), until: view.until, content: view.content)
    }
    #expect(text.contains("kept for 12 min") && !text.contains("last 24 hours"))
  }

  @Test("The view of another range or strategy is not shown for the one asked for")
  func mismatch() {
    let other = text(PastSample()) { $0.state.historyRange = .week }
    #expect(other.contains("reading the journal") && !other.contains("lowest"))
    let none = text(PastSample()) { $0.state.history = nil }
    #expect(none.contains("reading the journal"))
  }

  @Test("An empty past says that it is, and what to do; one that cannot be read says why")
  func empty() {
    var sample = PastSample()
    sample.isEmpty = true
    #expect(text(sample).contains("nothing is kept of Main: last 24 hours"))
    #expect(text(sample).contains("figures are kept while hedgetop runs"))
    sample.reason = "journal.sqlite: is locked"
    #expect(text(sample).contains("journal.sqlite: is locked"))
    #expect(text(PastSample()) { $0.snapshot = SnapshotBuilder.calm.snapshot }.contains("lowest"))
  }

  @Test("Hidden balances hide money over time; net beta and margin stay")
  func hidden() {
    let text = text(PastSample()) { $0.press("Ctrl-Space") }
    #expect(text.contains("amounts are hidden") && text.contains("lowest") && !text.contains("since opening"))
  }

  @Test("The gap of the night stays a gap in every chart")
  func gap() {
    var grid = Grid(size: Size(columns: 100, rows: 12))
    var context = PanelContext(theme: .roles, glyphs: .ascii)
    context.history = PastSample().view
    PastBetaPanel.draw(SnapshotBuilder.calm.snapshot, context, in: grid.bounds, on: &grid)
    let lines = grid.text.dropLast(2).dropFirst(2).map { Array($0.padding(toLength: 100)) }
    let used = (10..<100).filter { column in lines.contains { "*!-.".contains($0[column]) } }
    let widest = zip(used, used.dropFirst()).map { $1 - $0 }.max() ?? 0
    #expect(widest >= 15, "\(grid.text.joined(separator: "\n"))")
  }

  @Test("No size makes it fail")
  func sizes() {
    for sample in [PastSample(), PastSample(range: .all), PastSample(isEmpty: true)] {
      for columns in [1, 20, 40, 60, 79, 110, 200] {
        for rows in [1, 5, 10, 14, 18, 24, 34, 60] {
          var driver = sample.driver()
          driver.state.size = Size(columns: columns, rows: rows)
          #expect(driver.grid().size == driver.state.size)
        }
      }
    }
  }

  @Test("Instants on the axis are as exact as their chart is long")
  func axis() {
    let instant = SnapshotBuilder.calm.now
    #expect(ClockText.axis(instant, over: .hours(1)) == "19 May 12:00")
    #expect(ClockText.axis(instant, over: .days(7)) == "19 May")
    #expect(ClockText.axis(instant, over: .days(400)) == "19 May 2025")
  }
}

extension String {
  fileprivate func padding(toLength length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
