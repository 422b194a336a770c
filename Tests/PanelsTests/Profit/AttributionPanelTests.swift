import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of attribution says")
struct AttributionPanelTests {
  private func draw(
    _ name: String = "calm", columns: Int = 198, rows: Int = 20, _ change: (inout PanelContext) -> Void = { _ in }
  ) -> [String] {
    var context = PanelContext(theme: .roles)
    change(&context)
    var grid = Grid(size: Size(columns: columns, rows: rows))
    AttributionPanel.draw(ProfitSample.named(name).snapshot, context, in: grid.bounds, on: &grid)
    return grid.text
  }

  private func numbers(_ line: Substring?) -> [Double] {
    (line ?? "").replacing("−", with: "-").replacing(",", with: "").split(separator: " ").compactMap { Double($0) }
  }

  @Test("Every part stands beside the three periods, and the parts of each add up to its total to the cents shown")
  func addsUp() {
    let lines = draw(columns: 48, rows: 12)
    #expect(lines[0].contains("Start $") && lines[0].contains("Today $") && lines[0].contains("Rebalance $"))
    func row(_ title: String) -> [Double] { numbers(lines.first { $0.hasPrefix(title) }?.dropFirst(10)) }
    let parts = AttributionPart.allCases.map { row(AttributionWords.title($0)) }
    #expect(parts.allSatisfy { $0.count == 3 }, "\(parts)")
    for period in 0..<3 where parts.allSatisfy({ $0.count == 3 }) {
      let sum = parts.reduce(0) { $0 + $1[period] }
      #expect(abs(sum - row("Total")[period]) < 0.05, "\(lines)")
    }
    #expect(row("Residual") == [0, 0, 0])
    #expect(lines.first { $0.hasPrefix("Residual") }?.contains("0.00") == true)
  }

  @Test("It says since when each period counts")
  func since() {
    let text = draw().joined(separator: "\n")
    #expect(text.contains("Start from each opening, first 2025-05-07"), "\(text)")
    #expect(text.contains("Today from 00:06"), "\(text)")
    #expect(text.contains("Rebalance from 09:00"), "\(text)")
  }

  @Test("Sorting by a period also shows its parts of each position")
  func chosenPeriod() {
    #expect(draw().joined().contains("parts since the start"))
    for (column, words) in [(1, "since the start"), (2, "today"), (3, "since the rebalance")] {
      let text = draw { $0.sortColumn = column }.joined(separator: "\n")
      #expect(text.contains("parts \(words)"), "\(text)")
    }
  }

  @Test("A position has a row, and its parts in every period are in its details")
  func details() throws {
    let snapshot = ProfitSample(.calm).snapshot
    var context = PanelContext(theme: .roles, isFocused: true, selectedRow: 5)
    #expect(AttributionPanel.rowCount(snapshot, context) == 8)
    let subject = try #require(AttributionPanel.subject(snapshot, context))
    guard case .row(.attribution, let key) = subject else {
      Issue.record("\(subject)")
      return
    }
    let lines = AttributionPanel.details(of: key, snapshot, context).map(\.text)
    #expect(lines.contains { $0.hasPrefix("Today: beta: ") } && lines.contains { $0.hasPrefix("Start: residual: ") })
    #expect(lines.first == "Position: BTC-PERP")
    context.filter = "perp"
    #expect(AttributionPanel.rowCount(snapshot, context) == 2)
    context.filter = "nothing"
    #expect(!AttributionPanel.details(of: key, snapshot, context).isEmpty, "a filter hides rows, not what they are")
  }

  @Test("Where few lines are left the total is the first to stay")
  func small() {
    let lines = draw(columns: 60, rows: 4)
    #expect(lines.contains { $0.hasPrefix("Total") }, "\(lines)")
  }

  @Test("Until the prices are complete every part is a dash, and why is said once")
  func unknown() {
    let text = draw("unknown").joined(separator: "\n")
    #expect(text.components("have not been complete yet") == 1, "\(text)")
    #expect(
      AttributionPanel.summary(ProfitSample.named("unknown").snapshot, PanelContext(theme: .roles)).role == .unknown)
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(_ part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
