import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The heat map of correlations")
struct CorrelationPanelTests {
  @Test("It looks as recorded", arguments: [(38, 7), (54, 10), (98, 26)])
  func frames(columns: Int, rows: Int) {
    expectFrame(
      drawn(CorrelationPanel.self, RiskSample(), columns: columns, rows: rows), matches: "calm-\(columns)x\(rows)")
    expectFrame(
      drawn(CorrelationPanel.self, RiskSample(moreCoins: 14), columns: columns, rows: rows) { $0.glyphs = .ascii },
      matches: "many-ascii-\(columns)x\(rows)")
    expectFrame(
      drawn(CorrelationPanel.self, RiskSample(market: .decoupling, moreCoins: 14), columns: columns, rows: rows),
      matches: "many-\(columns)x\(rows)")
  }

  @Test("Each cell is the correlation of its row and column in hundredths, and shaded by its size")
  func cells() throws {
    let snapshot = RiskSample().snapshot
    let study = try #require(snapshot.studies.market?.value)
    let lines = drawn(CorrelationPanel.self, RiskSample(), columns: 80, rows: 12).text
    for (row, asset) in study.assets.enumerated() {
      let line = try #require(lines.first { $0.hasPrefix(asset.symbol) })
      let numbers = line.dropFirst(5).split { !$0.isNumber && $0 != "·" && $0 != "−" }
      #expect(numbers.count == study.assets.count, "\(line)")
      for (column, text) in numbers.enumerated() where column != row {
        let value = try #require(Double(text.replacing("−", with: "-")))
        #expect(abs(value / 100 - study.correlation(row, column)) <= 0.005 + 1e-9, "\(line)")
      }
      #expect(numbers[row] == "·")
    }
  }

  @Test("The levels of shade rise with the size of a correlation, whatever its sign")
  func levels() {
    let values = [0, 0.29, 0.3, 0.49, 0.5, 0.69, 0.7, 0.84, 0.85, 1]
    #expect(values.map(CorrelationPresentation.level) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    #expect(values.map { CorrelationPresentation.level(-$0) } == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
  }

  @Test("Cells lose a shade and then their digits before coins are left out, and that is said", arguments: 1...60)
  func forms(count: Int) {
    for columns in [0, 1, 5, 20, 36, 80, 198] {
      for rows in [0, 1, 6, 40] {
        for selected in [nil, 0, count / 2, count - 1] {
          let map = CorrelationMap(
            count: count, names: 4, size: Size(columns: columns, rows: rows), scroll: 3, selected: selected)
          #expect(map.rows.lowerBound >= 0 && map.rows.upperBound <= count && map.columns.upperBound <= count)
          #expect(map.columns.lowerBound >= 0 && map.columns.count * map.width <= max(0, columns - map.names))
          #expect(map.isWhole == (map.rows.count == count && map.columns.count == count))
          if let selected, rows > 0 { #expect(map.rows.contains(selected)) }
          if count * 2 + 5 <= columns { #expect(map.columns.count == count) }
        }
      }
    }
  }

  @Test("What is out of sight is said in words; rows scroll and columns follow the diagonal")
  func sight() {
    let sample = RiskSample(moreCoins: 30)
    let first = drawn(CorrelationPanel.self, sample, columns: 38, rows: 10).text
    #expect(first.joined().contains("rows 1–8, columns 2–7 of 34"), "\(first)")
    let last = drawn(CorrelationPanel.self, sample, columns: 38, rows: 10) {
      $0.isFocused = true
      $0.selectedRow = 33
    }.text
    #expect(last.joined().contains("rows 27–34, columns 28–33 of 34"), "\(last)")
    let filtered = drawn(CorrelationPanel.self, sample, columns: 60, rows: 10) { $0.filter = "C1" }.text
    #expect(filtered.joined().contains("11 of 34 coins"), "\(filtered)")
  }

  @Test("Details of a coin: the others by their correlation, the highest first, each with its interval")
  func details() throws {
    let snapshot = RiskSample().snapshot
    let lines = CorrelationPanel.details(of: "ETH", snapshot, PanelContext(theme: .roles)).map(\.text)
    #expect(lines.count == 5 && lines[0].hasPrefix("with BTC: 0.") && lines[0].contains(" to 0."))
    let values = lines.compactMap { $0.split(separator: " ").dropFirst(2).first.flatMap { Double($0) } }
    #expect(values.count == 5 && values == values.sorted(by: >))
  }

  @Test("Correlations of too few returns are dashes with the reason")
  func short() {
    let text = drawn(CorrelationPanel.self, RiskSample(market: .short), columns: 60, rows: 10).text
    #expect(text.joined().contains("—") && text.joined().contains("no two coins with bars enough to correlate"))
    #expect(!text.joined().lowercased().contains("nan"))
  }
}
