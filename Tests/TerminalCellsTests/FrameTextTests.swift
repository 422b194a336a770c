import HedgeTestSupport
import TerminalCells
import Testing

@Suite("Recorded frames")
struct FrameTextTests {
  private var grid: Grid {
    var grid = Grid(size: Size(columns: 12, rows: 2))
    grid.write("net β", at: .zero, style: .plain.bold)
    grid.write("+0.02 世", at: Point(column: 1, row: 1), style: Style(foreground: .palette(2)))
    return grid
  }

  @Test("a grid is written down as text, styles and a legend")
  func describes() {
    #expect(
      FrameText.describe(grid) == """
        size 12x2

        text
        |net β
        | +0.02 世

        styles
        |aaaaa.......
        |.bbbbbbbb...

        legend
        . plain
        a bold
        b fg=2

        """)
  }

  @Test("the recording beside the test is what is drawn")
  func recording() {
    expectFrame(grid, matches: "sample")
  }

  @Test("a frame that differs, or was never recorded, fails and shows where")
  func failing() {
    withKnownIssue {
      var changed = grid
      changed.write("-", at: Point(column: 1, row: 1))
      expectFrame(changed, matches: "sample")
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("5 + | -0.02 世") }
    }
    withKnownIssue {
      expectFrame(grid, matches: "never recorded")
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("HEDGETOP_RECORD_FRAMES=1") }
    }
  }
}
