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

  @Test("a cell is sixteen bytes: a frame of 200x60 stays under 200 kB")
  func cellSize() {
    #expect(MemoryLayout<Cell>.stride == 16)
  }

  @Test("writing stops at the edge and at the columns allowed, and says how far it came")
  func clipping() {
    var grid = Grid(size: Size(columns: 5, rows: 1))
    #expect(grid.write("abcdefgh", at: Point(column: 2, row: 0)) == 3)
    #expect(grid.write("xyz", at: .zero, maxColumns: 2) == 2)
    #expect(grid.text == ["xyabc"])
    #expect(grid.write("123", at: Point(column: -2, row: 0)) == 3)
    #expect(grid.text == ["3yabc"])
    #expect(grid.write("no", at: Point(column: 0, row: 1)) == 0)
    #expect(grid.write("no", at: Point(column: 0, row: -1)) == 0)
    #expect(grid.write("no", at: Point(column: 5, row: 0)) == 0)
    #expect(grid.write("no", at: .zero, maxColumns: -1) == 0)
    #expect(grid.text == ["3yabc"])
  }

  @Test("a wide letter is shown whole or not at all")
  func wideAtEdges() {
    var grid = Grid(size: Size(columns: 5, rows: 1))
    grid.write("ab世界", at: .zero)
    #expect(grid.text == ["ab世"])
    grid.write("世", at: Point(column: -1, row: 0))
    #expect(grid.text == [" b世"])
    grid.write("世x", at: .zero, maxColumns: 1)
    #expect(grid.text == [" b世"])
  }

  @Test("overwriting half of a wide letter takes the other half with it")
  func halves() {
    var grid = Grid(size: Size(columns: 4, rows: 1))
    grid.write("世界", at: .zero)
    grid.write("x", at: Point(column: 1, row: 0))
    #expect(grid.text == [" x界"])
    grid.write("y", at: Point(column: 2, row: 0))
    #expect(grid.text == [" xy"])
    grid.write("世", at: Point(column: 1, row: 0))
    #expect(grid.text == [" 世"])
    #expect(grid[column: 2, row: 0].isTrailingHalf)
  }

  @Test("inside of a clip nothing outside of it changes, and clips narrow each other")
  func clips() {
    var grid = Grid(size: Size(columns: 6, rows: 3))
    grid.fill(grid.bounds, with: ".")
    grid.withClip(Rect(column: 1, row: 1, columns: 4, rows: 1)) { grid in
      grid.withClip(Rect(column: 0, row: 0, columns: 3, rows: 3)) { $0.fill($0.bounds, with: "#") }
      grid.write("abcdef", at: Point(column: 3, row: 1))
    }
    #expect(grid.text == ["......", ".##ab.", "......"])
    #expect(grid.clip == grid.bounds)
  }

  @Test("restyling changes looks, not letters, and both halves of a wide letter alike")
  func restyling() {
    var grid = Grid(size: Size(columns: 4, rows: 1))
    grid.write("a世b", at: .zero)
    grid.restyle(Rect(column: 2, row: 0, columns: 2, rows: 1)) { $0 = $0.reverse }
    #expect(grid.text == ["a世b"])
    #expect(grid.styleRows[0] == [.plain, .plain.reverse, .plain.reverse, .plain.reverse])
  }

  @Test("boxes of every size draw what fits")
  func boxes() {
    var grid = Grid(size: Size(columns: 4, rows: 3))
    grid.box(grid.bounds, glyphs: .unicode)
    #expect(grid.text == ["╭──╮", "│  │", "╰──╯"])
    grid.box(grid.bounds, glyphs: .ascii)
    #expect(grid.text == ["+--+", "|  |", "+--+"])
    var tiny = Grid(size: Size(columns: 1, rows: 1))
    tiny.box(tiny.bounds, glyphs: .ascii)
    #expect(tiny.text == ["+"])
  }

  @Test("text is aligned in a rectangle and cut with an ellipsis")
  func alignment() {
    var grid = Grid(size: Size(columns: 8, rows: 4))
    for (row, alignment) in [TextAlignment.left, .right, .centre].enumerated() {
      grid.write("beta", in: Rect(column: 1, row: row, columns: 6, rows: 1), alignment: alignment)
    }
    grid.write("liquidation", in: Rect(column: 1, row: 3, columns: 6, rows: 1), alignment: .right)
    #expect(grid.text == [" beta", "   beta", "  beta", " liqui…"])
  }

  @Test("a grid drawn on another keeps its letters and looks")
  func drawing() {
    var small = Grid(size: Size(columns: 3, rows: 1))
    small.write("世x", at: .zero, style: .plain.bold)
    var grid = Grid(size: Size(columns: 4, rows: 2))
    grid.draw(small, at: Point(column: 1, row: 1))
    #expect(grid.text == ["", " 世x"])
    #expect(grid[column: 3, row: 1].style == .plain.bold)
  }

  @Test("a glyph keeps two marks; a heap of them is cut")
  func marks() {
    var grid = Grid(size: Size(columns: 3, rows: 1))
    grid.write("e\u{301}\u{302}\u{303}\u{304}x", at: .zero)
    #expect(grid[column: 0, row: 0].grapheme == "e\u{301}\u{302}")
    #expect(grid[column: 1, row: 0].grapheme == "x")
  }
}
