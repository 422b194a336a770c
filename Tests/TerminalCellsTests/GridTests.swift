import TerminalCells
import Testing

@Suite("Grid")
struct GridTests {
  @Test("text is written and read back, trailing blanks trimmed")
  func writes() {
    var grid = Grid(size: Size(columns: 10, rows: 2))
    #expect(grid.write("net β", at: Point(column: 1, row: 1)) == 5)
    #expect(grid.text == ["", " net β"])
  }
}
