import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The page of history as recorded")
struct HistoryFrameTests {
  private func expect(
    _ sample: PastSample, _ size: String, _ name: String, depth: ColourDepth, ascii: Bool = false
  ) {
    var driver = sample.driver()
    driver.state.size = PortfoliosFrameTests.sizes[size] ?? .zero
    var grid = driver.grid(BuiltinThemes.standard.adapted(to: depth), glyphs: ascii ? .ascii : .unicode)
    for row in 0..<grid.size.rows {
      grid.restyle(Rect(column: 0, row: row, columns: grid.size.columns, rows: 1)) { $0 = $0.reduced(to: depth) }
    }
    expectFrame(grid, matches: name)
  }

  @Test(
    "A day of it", arguments: ["200x60", "120x40", "80x24", "60x18"], [ColourDepth.none, .ansi16, .palette256])
  func day(size: String, depth: ColourDepth) {
    expect(PastSample(), size, "day-\(size)-\(depth)", depth: depth)
    if depth == .none { expect(PastSample(), size, "day-ascii-\(size)", depth: depth, ascii: true) }
  }

  @Test("All of it, and nothing", arguments: ["120x40", "80x24"])
  func others(size: String) {
    expect(PastSample(range: .all), size, "all-\(size)", depth: .none)
    expect(PastSample(isEmpty: true), size, "empty-\(size)", depth: .none)
  }
}
