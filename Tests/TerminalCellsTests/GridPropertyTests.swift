import SeededRandom
import TerminalCells
import Testing

@Suite("Drawing anything anywhere")
struct GridPropertyTests {
  @Test("nothing traps, nothing is drawn outside of the clip, no wide letter is ever half", arguments: 0..<20)
  func anything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let size = Size(
        columns: .random(in: -3...40, using: &random), rows: .random(in: -3...12, using: &random))
      var grid = Grid(size: size)
      grid.write("世界世界世界世界世界", at: .zero)
      let before = grid
      let clip = GridPropertyTests.rect(using: &random)
      grid.withClip(clip) { grid in
        for _ in 0..<8 { GridPropertyTests.draw(on: &grid, using: &random) }
      }
      #expect(GridPropertyTests.isWhole(grid))
      for row in 0..<grid.size.rows where !clip.rowRange.contains(row) {
        #expect(grid.row(row) == before.row(row), "row \(row) outside of \(clip)")
      }
      for row in grid.bounds.rowRange {
        // A wide letter cut by the edge of the clip loses its other half: only that column may change.
        for column in grid.bounds.columnRange
        where column < clip.column - 1 || column > max(clip.column, clip.maxColumn) {
          #expect(grid[column: column, row: row] == before[column: column, row: row], "\(column),\(row) \(clip)")
        }
      }
    }
  }

  @Test(
    "the ends of the integers are places like any other",
    arguments: [Int.min, Int.min + 1, -1, 0, 1, Int.max - 1, Int.max])
  func extremes(value: Int) {
    var grid = Grid(size: Size(columns: 4, rows: 2))
    for other in [Int.min, -1, 0, 3, Int.max] {
      let rect = Rect(column: value, row: other, columns: other, rows: value)
      grid.write("世界 text", at: Point(column: value, row: other), maxColumns: other)
      grid.write("世界 text", at: Point(column: other, row: value), maxColumns: value)
      grid.write("text", in: rect, alignment: .centre)
      grid.fill(rect, with: "世")
      grid.box(rect, glyphs: .unicode)
      grid.restyle(rect) { $0 = $0.bold }
      _ = rect.inset(by: value)
      _ = rect.splitHorizontally(at: other)
      _ = rect.splitVertically(at: value)
      _ = rect.centred(Size(columns: other, rows: value))
      _ = grid[column: value, row: other]
      _ = grid.row(value)
    }
    #expect(GridPropertyTests.isWhole(grid))
  }

  static func draw(on grid: inout Grid, using random: inout SeededGenerator) {
    let rect = rect(using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: grid.fill(rect, with: Bool.random(using: &random) ? "世" : "#")
    case 1: grid.box(rect, glyphs: .unicode)
    case 2: grid.restyle(rect) { $0 = $0.reverse }
    case 3: grid.write(Hostile.text(using: &random), in: rect, alignment: .right)
    case 4: grid.draw(Grid(size: rect.size), at: rect.origin)
    default:
      grid.write(
        Hostile.text(using: &random), at: rect.origin, style: .plain.bold,
        maxColumns: Bool.random(using: &random) ? rect.columns : nil)
    }
  }

  static func rect(using random: inout SeededGenerator) -> Rect {
    Rect(
      column: .random(in: -10...50, using: &random), row: .random(in: -5...15, using: &random),
      columns: .random(in: -5...50, using: &random), rows: .random(in: -5...15, using: &random))
  }

  static func isWhole(_ grid: Grid) -> Bool {
    (0..<grid.size.rows).allSatisfy { index in
      let row = Array(grid.row(index))
      return row.indices.allSatisfy { column in
        let leads = row[column].isWide
        let followed = column + 1 < row.count && row[column + 1].isTrailingHalf
        let preceded = column > 0 && row[column - 1].isWide
        return leads == followed && row[column].isTrailingHalf == preceded
      }
    }
  }
}
