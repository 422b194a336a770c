import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel of the comparison")
struct ComparisonPanelTests {
  @Test("It looks as recorded", arguments: [(38, 8), (58, 9), (98, 10), (118, 12)])
  func frames(columns: Int, rows: Int) {
    expectFrame(
      TradeSample().draw(ComparisonPanel.self, columns: columns, rows: rows), matches: "comparison-\(columns)x\(rows)")
  }

  @Test("In ASCII, stale and unknown it looks as recorded")
  func otherFrames() {
    expectFrame(
      TradeSample().draw(ComparisonPanel.self, columns: 98, rows: 10) { $0.glyphs = .ascii }, matches: "ascii-98x10")
    expectFrame(TradeSample(market: .stale).draw(ComparisonPanel.self, columns: 98, rows: 10), matches: "stale-98x10")
    expectFrame(
      TradeSample(market: .unknown).draw(ComparisonPanel.self, columns: 98, rows: 10), matches: "unknown-98x10")
  }

  @Test("Every way is a row, and only the one of now is marked")
  func rows() {
    let lines = TradeSample().draw(ComparisonPanel.self, columns: 118, rows: 10).text
    for kind in ComparisonRow.Kind.allCases {
      let line = lines.first { $0.contains(" \(kind.rawValue) ") }
      #expect(line?.hasPrefix("▶") == (kind == .current), "\(kind): \(lines)")
    }
    #expect(lines[0].contains("Net β") && lines[0].contains("At −10 %") && lines[0].contains("At +10 %"))
    #expect(lines.contains { $0.contains("receive") } && lines.contains { $0.contains("nothing") })
  }

  @Test("The figures are those of the study: coins alone lose a tenth of their beta-dollars")
  func figures() throws {
    let sample = TradeSample()
    let rows = try #require(sample.snapshot.studies.comparisons?["Main"]?.value)
    let format = FigureFormat(sample.snapshot, PanelContext(theme: .roles))
    let text = sample.text(ComparisonPanel.self, columns: 198)
    for row in rows {
      #expect(text.contains(format.beta(try #require(row.netBeta.value), sign: .both)), "\(row.kind)")
      #expect(text.contains(format.amount(try #require(row.profitAtFall.value), sign: .both)), "\(row.kind)")
    }
  }

  @Test("It is sorted by any column, filtered by words, and enter shows every figure of a way")
  func arranged() {
    func kinds(_ change: (inout PanelContext) -> Void) -> [String] {
      var context = PanelContext(theme: .roles)
      change(&context)
      return ComparisonPresentation(TradeSample().snapshot, context)?.rows.map(\.kind.rawValue) ?? []
    }
    #expect(kinds { $0.filter = "short" } == ["simple-dollar", "beta-weighted", "beta-neutral"])
    #expect(kinds { $0.sortColumn = 1 }.first == "long-only")
    for column in ComparisonPanel.sortColumns.indices { #expect(kinds { $0.sortColumn = column }.count == 7) }
    var driver = ScreenDriver(TradeSample().snapshot, panels: .standard)
    driver.press(":", "comparison", "Enter", "j", "Enter")
    #expect(driver.text.contains("coins without a hedge") && driver.text.contains("Initial margin needed"))
  }

  @Test("What rounding leaves of a sum that is zero is written as 0 and coloured as neither gain nor loss")
  func zero() throws {
    let sample = TradeSample().snapshot
    let row = try #require(sample.studies.comparisons?["Main"]?.value?.first)
    func with(_ rest: Double) -> ComparisonRow {
      ComparisonRow(
        kind: row.kind, longValue: row.longValue, legNotional: row.legNotional, netBeta: row.netBeta,
        marginNeeded: row.marginNeeded, fundingPerDay: .stated(rest), profitAtFall: .stated(rest),
        profitAtRise: .stated(-rest))
    }
    func drawn(_ rest: Double) -> (text: String, roles: Set<ThemeRole>) {
      var studies = sample.studies
      studies.comparisons = ["Main": .stated([with(rest)])]
      let snapshot = HedgeSnapshot(now: sample.now, sequence: 1, figures: sample.figures, feeds: [], studies: studies)
      let table = ComparisonPresentation(snapshot, PanelContext(theme: .roles))?.table
      let cells = table?.row(0) ?? []
      let phrases = cells.suffix(4).compactMap { if case .phrase(let phrase) = $0 { phrase } else { nil } }
      return (phrases.map(\.text).joined(separator: " "), Set(phrases.map(\.role)))
    }
    #expect(drawn(-1.5e-11).text == "nothing 0 0 0" && drawn(-1.5e-11).roles == [.text])
    #expect(drawn(0.004).text == "nothing 0 0 0" && drawn(0.004).roles == [.text])
    #expect(drawn(2).roles == [.gain, .loss])
  }
}
