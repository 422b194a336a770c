import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel of estimators")
struct EstimatorsPanelTests {
  @Test("It looks as recorded", arguments: [(38, 7), (58, 14), (98, 26)])
  func frames(columns: Int, rows: Int) {
    expectFrame(
      drawn(EstimatorsPanel.self, RiskSample(), columns: columns, rows: rows), matches: "calm-\(columns)x\(rows)")
    expectFrame(
      drawn(EstimatorsPanel.self, RiskSample(market: .decoupling), columns: columns, rows: rows) {
        $0.isFocused = true
        $0.selectedRow = 2
      }, matches: "decoupling-\(columns)x\(rows)")
    expectFrame(
      drawn(EstimatorsPanel.self, RiskSample(market: .decoupling), columns: columns, rows: rows) { $0.glyphs = .ascii },
      matches: "ascii-\(columns)x\(rows)")
  }

  @Test("Every method and every window has its column, each the beta of the study")
  func columns() throws {
    let snapshot = RiskSample().snapshot
    let study = try #require(snapshot.studies.market?.value)
    let lines = drawn(EstimatorsPanel.self, RiskSample(), columns: 140, rows: 10).text
    for title in ["OLS", "±s.e.", "EWMA", "Vasicek", "Blume", "Kalman", "2-factor", "30 d", "60 d", "90 d", "CUSUM"] {
      #expect(lines[0].contains(title), "\(lines[0])")
    }
    let line = try #require(lines.first { $0.hasPrefix("SOL") })
    let format = FigureFormat(snapshot, PanelContext(theme: .roles))
    let betas = study.betas["SOL"]?.rows.map { $0.estimate.value?.beta ?? .nan } ?? []
    let windows = study.horizons["SOL"]?.rows.map { $0.estimate.value?.beta ?? .nan } ?? []
    let numbers = line.split(separator: " ").compactMap { Double($0) }.map { format.fixed($0, decimals: 2) }
    let expected = (betas + windows).map { format.fixed($0, decimals: 2) }
    // The error of least squares stands after it.
    #expect([numbers[0]] + numbers.dropFirst(2) == expected, "\(line)")
  }

  @Test(
    "Windows that differ and a beta that broke are said in words, with the day",
    arguments: [RiskSample.Market.decoupling, .drifting])
  func verdicts(market: RiskSample.Market) throws {
    let sample = RiskSample(market: market)
    let study = try #require(sample.snapshot.studies.market?.value)
    let flagged = study.assets.filter { study.horizons[$0]?.disagreement.value?.isFlagged ?? false }
    let broken = study.assets.filter { study.stability[$0]?.value.map { !$0.isStable } ?? false }
    #expect(market == .drifting ? !broken.isEmpty : !flagged.isEmpty)
    let lines = drawn(EstimatorsPanel.self, sample, columns: 140, rows: 9).text
    for asset in study.assets {
      let line = try #require(lines.first { $0.hasPrefix(asset.symbol) })
      #expect((line.contains("⚠ differ") || line.contains("⚠ far apart")) == flagged.contains(asset), "\(line)")
      #expect((line.contains("⚠ crossed ") && line.contains("2025-")) == broken.contains(asset), "\(line)")
    }
    let summary = EstimatorsPanel.summary(sample.snapshot, PanelContext(theme: .roles))
    #expect(summary.role == .warning && summary.text.hasPrefix("⚠ "))
    #expect(summary.text.contains("\(flagged.count) differ") == !flagged.isEmpty)
    #expect(summary.text.contains("\(broken.count) crossed") == !broken.isEmpty)
  }

  @Test("The benchmark is not held against itself")
  func benchmark() {
    let lines = drawn(EstimatorsPanel.self, RiskSample(), columns: 140, rows: 9).text
    #expect(lines.first { $0.hasPrefix("BTC") }?.contains("benchmark") == true)
    #expect(!lines.joined().contains("to test its beta"))
  }

  @Test("The lower part follows the selected row, and has every method with its error")
  func selected() {
    func text(_ row: Int) -> String {
      drawn(EstimatorsPanel.self, RiskSample(), columns: 98, rows: 26) {
        $0.isFocused = true
        $0.selectedRow = row
      }.text.dropFirst(7).joined(separator: "\n")
    }
    #expect(text(0) != text(1))
    #expect(text(1).contains("±0.") && text(1).contains("windows ") && text(1).contains("Kalman"))
  }

  @Test("Rows sort by every column, the unknown last, and are filtered by their verdicts too")
  func order() {
    let snapshot = RiskSample(market: .decoupling).snapshot
    for column in EstimatorsPanel.sortColumns.indices {
      var context = PanelContext(theme: .roles)
      context.sortColumn = column
      #expect(EstimatorsPanel.rowCount(snapshot, context) == 6)
    }
    var context = PanelContext(theme: .roles)
    context.sortColumn = 1
    let presentation = EstimatorsPresentation(snapshot, context)
    let betas = presentation.rows.compactMap { presentation.estimate($0, .ordinaryLeastSquares)?.value?.beta }
    #expect(betas == betas.sorted(by: >) && betas.count == 6)
    context.filter = "no such verdict"
    #expect(EstimatorsPanel.rowCount(snapshot, context) == 0)
  }

  @Test("Too few bars: dashes and a reason")
  func short() {
    let text = drawn(EstimatorsPanel.self, RiskSample(market: .short), columns: 120, rows: 12).text.joined()
    #expect(text.contains("—") && text.contains(" of "))
    #expect(!text.lowercased().contains("nan"))
  }

  @Test("Details name every method and window")
  func details() {
    let lines = EstimatorsPanel.details(of: "SOL", RiskSample().snapshot, PanelContext(theme: .roles)).map(\.text)
    for name in ["Beta, OLS: ", "Beta, 2-factor: ", "Beta, 90 d: ", "  Newey-West error: ", "Windows: ", "CUSUM: "] {
      #expect(lines.contains { $0.hasPrefix(name) }, "\(name)")
    }
  }
}
