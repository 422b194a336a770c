import HedgeModel
import TerminalCells
import Testing

@testable import Panels

@Suite("Bars, sparklines and charts")
struct ChartTests {
  private let context = PanelContext(theme: .roles)

  @Test(
    "A bar is as long as its share, in eighths",
    arguments: [(0.0, ""), (0.5, "█████"), (0.55, "█████▌"), (1, "██████████")])
  func bar(share: Double, expected: String) {
    #expect(BarWidget.text(share, columns: 10, glyphs: .unicode) == expected)
  }

  @Test("A bar beyond its ends is full or empty, and one that is not a number is not drawn")
  func barLimits() {
    #expect(BarWidget.text(7, columns: 4, glyphs: .unicode) == "████")
    #expect(BarWidget.text(-1, columns: 4, glyphs: .unicode).isEmpty)
    #expect(BarWidget.text(.nan, columns: 4, glyphs: .unicode).isEmpty)
    #expect(BarWidget.text(.infinity, columns: 4, glyphs: .unicode).isEmpty)
  }

  @Test("A share above zero is never drawn as nothing")
  func smallShare() {
    #expect(BarWidget.text(0.0001, columns: 10, glyphs: .unicode).first.map { $0 != " " } == true)
  }

  @Test("A contribution stands on its own side of zero and is never invisible")
  func contributions() {
    for (value, side) in [(0.5, 1), (-0.5, -1), (0.000_1, 1), (-0.000_1, -1)] {
      var grid = Grid(size: Size(columns: 21, rows: 1))
      ContributionBar(value: value, scale: 1, role: .text).draw(context, in: grid.bounds, on: &grid)
      let filled = (0..<21).filter { grid[column: $0, row: 0].grapheme == "▄" }
      #expect(!filled.isEmpty)
      #expect(filled.allSatisfy { ($0 - 10) * side > 0 })
    }
    var unknown = Grid(size: Size(columns: 21, rows: 1))
    ContributionBar(value: nil, scale: 1, role: .text).draw(context, in: unknown.bounds, on: &unknown)
    #expect(unknown.text == ["          │"])
  }

  @Test("A sparkline shows the latest values, lowest to highest, with gaps for what is not a number")
  func sparkline() {
    #expect(Sparkline.text([9, 1, 2, 3], columns: 3, glyphs: .unicode) == "▁▅█")
    #expect(Sparkline.text([1, .nan, 2], columns: 4, glyphs: .unicode) == " ▁ █")
    #expect(Sparkline.text([5, 5], columns: 2, glyphs: .unicode) == "▁▁")
    #expect(Sparkline.text([.nan], columns: 2, glyphs: .unicode).isEmpty)
    #expect(Sparkline.text([1, 2], columns: 0, glyphs: .unicode).isEmpty)
  }

  private func chart(_ values: [Double?], glyphs: GlyphSet = .ascii) -> [String] {
    let now = Timestamp(milliseconds: 3_600_000)
    let samples = values.enumerated().map { index, value in
      LineChart.Sample(
        at: Timestamp(milliseconds: 3_600_000 / Int64(max(1, values.count - 1)) * Int64(index)), value: value)
    }
    let chart = LineChart(
      series: [LineChart.Series(samples: samples, role: .text, sign: "*")], label: { "\(Int($0))" }, now: now
    ) { "\(Int($0.inSeconds)) s" }
    var grid = Grid(size: Size(columns: 46, rows: 9))
    chart.draw(PanelContext(theme: .roles, glyphs: glyphs), in: grid.bounds, on: &grid)
    return grid.text
  }

  @Test("A gap stays a gap: nothing is drawn across it")
  func gaps() {
    let text = chart([1, 2, 3, 4, nil, nil, nil, 5, 6, 7])
    let columns = (4..<46).filter { column in
      text.dropLast().contains { Array($0).count > column && Array($0)[column] == "*" }
    }
    let widest = zip(columns, columns.dropFirst()).map { $1 - $0 }.max() ?? 0
    #expect(widest >= 14, "\(text.joined(separator: "\n"))")
    let whole = chart([1, 2, 3, 4, 5, 6, 7])
    #expect((5..<45).allSatisfy { column in whole.contains { Array($0).count > column && Array($0)[column] == "*" } })
  }

  @Test("A value that reads alike at several heights is written at one of them only")
  func alikeLabels() {
    func gutter(_ values: [Double?]) -> [String] {
      chart(values).dropLast().map { row in row.prefix { $0 != "|" }.filter { $0 != " " } }
    }
    #expect(gutter([0, 0, 0]) == ["", "", "", "0", "", "", "", ""])
    #expect(gutter([3.1, 3.9]) == ["", "", "", "3", "", "", "", ""])
    #expect(gutter([2, 2.9]) == ["", "", "", "2", "", "", "", "1"], "with its air it begins a little below")
  }

  @Test("The axes say what is highest and lowest, and when")
  func axes() {
    let text = chart([100, 200])
    #expect(text.first?.hasPrefix("206") == true)
    #expect(text.last?.contains("-3600 s") == true)
    #expect(text.last?.hasSuffix("now") == true)
  }

  @Test("Nothing known draws nothing")
  func nothing() {
    #expect(chart([nil, nil]).joined().isEmpty)
    #expect(chart([.nan, .infinity]).joined().isEmpty)
    #expect(chart([-.greatestFiniteMagnitude, .greatestFiniteMagnitude]).joined().isEmpty)
  }

  @Test("A window is the shortest round one, and its slots stay until a whole one has passed")
  func window() {
    let now = Timestamp(milliseconds: 1_000_000_000_000)
    let window = TimeWindow(from: now - .seconds(250), to: now, slots: 100)
    #expect(window.length == .seconds(300))
    #expect(window.slot(of: now) == 99)
    #expect(window.slot(of: now - .seconds(296)) == 0)
    #expect(window.slot(of: now - .seconds(400)) < 0)
    let later = TimeWindow(from: now - .seconds(250), to: now + .milliseconds(1900), slots: 100)
    #expect((0..<250).allSatisfy { later.slot(of: now - .seconds($0)) == window.slot(of: now - .seconds($0)) })
    #expect(TimeWindow(from: now, to: now, slots: 0).slots == 1)
    #expect(TimeWindow(from: now - .days(100), to: now, slots: 10).length == .days(100))
  }

  @Test("Dots outside of a canvas leave no trace")
  func canvas() {
    var canvas = DotCanvas(size: Size(columns: 2, rows: 2))
    for (x, y) in [(-1, 0), (0, -1), (4, 0), (0, 4)] { canvas.plot(x, y) }
    canvas.line(from: (-9, -9), to: (-1, -1))
    #expect((0..<2).allSatisfy { row in (0..<2).allSatisfy { canvas[column: $0, row: row] == 0 } })
    canvas.line(from: (0, 0), to: (3, 3))
    #expect(canvas[column: 0, row: 0] & 1 == 1)
    #expect(canvas[column: 1, row: 1] >> 3 == 1)
  }
}
