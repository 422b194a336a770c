import Foundation
import HedgeAnalytics
import HedgeModel
import TerminalCells
import Testing

@testable import hedgetop

@Suite struct StressTextTests {
  @Test("the table and the details are as recorded", arguments: [("table", false), ("details", true)])
  func recorded(name: String, isDetailed: Bool) throws {
    let text = StressText(StressSample.table(), isDetailed: isDetailed).text
    try expectText(text, matches: name, recordedBy: "HEDGETOP_RECORD_STATUS")
  }

  @Test("amounts are whole and signed, unknown ones dashes with the reason once below, stale ones starred")
  func cells() {
    let text = StressText(StressSample.table()).text
    #expect(text.contains("-120,000") && text.contains("+100,000") && text.contains("-20,000"))
    #expect(text.contains("-1,234,568*") && text.contains("stale"))
    #expect(text.split(separator: "\n").filter { $0.contains("no beta of DOT yet") }.count == 1)
    #expect(text.contains("SOL") && text.contains("move by beta"))
    #expect(text.contains("nobody") && text.contains("coin margin, SOL-PERP already"))
  }

  @Test("lines are plain ASCII text without blanks at their ends, whatever a file calls its scenarios")
  func plain() {
    let hostile = StressOutcome(
      scenario: StressScenario(
        name: "a\u{1B}[2J\u{9B}b", kind: .custom, source: "x\u{7}", prices: .benchmark(0.1)),
      benchmarkMove: .stated(0.1), moves: [], strategies: [],
      profit: StressSample.profit(.stated(0), .stated(0)), netBetaBefore: .stated(0), netBetaAfter: .stated(0),
      accounts: [])
    for isDetailed in [false, true] {
      let text = PrintableLines.text(
        StressText(StressSample.table([StressSample.fall, hostile]), isDetailed: isDetailed).text)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(String(line) == String(line).sanitised && line.last != " " && line.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  @Test("the columns stand under their headings: every row is as wide as the text of its cells asks")
  func aligned() throws {
    let lines = StressText(StressSample.table()).text.split(separator: "\n").map(String.init)
    let heading = try #require(lines.first { $0.hasPrefix("scenario") })
    let hedged = try #require(heading.range(of: "  hedged")).upperBound
    for (row, end) in [("benchmark -10 %", "-20,000"), ("  Carry", "0"), ("squeeze", "-246,913*")] {
      let line = try #require(lines.first { $0.hasPrefix(row) })
      let offset = heading.distance(from: heading.startIndex, to: hedged)
      #expect(line.prefix(offset).hasSuffix(" " + end), "\(line)")
    }
  }

  @Test("an empty table is a heading without rows")
  func empty() {
    #expect(StressText(StressSample.table([])).text.contains("scenario"))
  }
}
