import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel of the allocation")
struct AllocationPanelTests {
  private func draw(_ sample: BookSample, columns: Int, rows: Int, glyphs: GlyphSet = .unicode) -> Grid {
    let context = PanelContext(theme: .roles, glyphs: glyphs)
    var grid = Grid(size: Size(columns: columns, rows: rows))
    AllocationPanel.draw(sample.snapshot, context, in: grid.bounds, on: &grid)
    return grid
  }

  @Test("It looks as recorded", arguments: [(38, 8), (78, 7), (118, 10)])
  func frames(columns: Int, rows: Int) {
    let size = "\(columns)x\(rows)"
    expectFrame(draw(BookSample(), columns: columns, rows: rows), matches: "book-\(size)")
    expectFrame(draw(BookSample(capital: 500_000), columns: columns, rows: rows), matches: "stated-\(size)")
    expectFrame(
      draw(BookSample(condition: .stale(.seconds(35))), columns: columns, rows: rows), matches: "stale-\(size)")
    expectFrame(draw(BookSample(condition: .unknown), columns: columns, rows: rows), matches: "unknown-\(size)")
    expectFrame(draw(BookSample(), columns: columns, rows: rows, glyphs: .ascii), matches: "ascii-\(size)")
  }

  @Test("What is out of its range says so in words with a mark, and on the frame")
  func outOfRange() {
    let sample = BookSample(capital: 500_000)
    let text = draw(sample, columns: 118, rows: 10).text.joined(separator: "\n")
    #expect(text.contains("⚠ above 70 %"))
    #expect(text.contains("⚠ above 30 %"))
    #expect(text.contains("⚠ unallocated −$") && text.contains("more is used than there is"))
    #expect(text.contains("stated"))
    let summary = AllocationPanel.summary(sample.snapshot, PanelContext(theme: .roles))
    #expect(summary.role == .warning && summary.text.contains("core above 70 %"))
  }

  @Test("The range is marked on the bar at its place, under a full bar too")
  func rangeBar() {
    for share in [nil, 0, 0.3, 0.55, 1, 1.8] as [Double?] {
      var grid = Grid(size: Size(columns: 100, rows: 1))
      RangeBar(share: share, range: 0.4...0.7, role: .text)
        .draw(PanelContext(theme: .roles), in: grid.bounds, on: &grid)
      let line = Array(grid.text[0])
      #expect(line[40] == "┣" && line[70] == "┫", "\(String(describing: share))")
      let filled = line.filter { $0 == "█" }.count
      #expect(filled >= Int(min(1, share ?? 0) * 100) - 3 && filled <= Int(min(1, share ?? 0) * 100))
      #expect((line[99] == "▶") == ((share ?? 0) > 1))
    }
  }
}
