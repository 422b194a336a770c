import TerminalCells
import Testing

@testable import Panels

@Suite("Tables as they are drawn")
struct TableWidgetTests {
  private func content(_ numbers: [String], totals: String = "") -> TableContent {
    TableContent(
      columns: [TableColumn("Name", .left, sortIndex: 0), TableColumn("Value", sortIndex: 1)], rowCount: numbers.count,
      row: { [.phrase(Phrase("row \($0)")), .phrase(Phrase(numbers[$0]))] },
      totals: totals.isEmpty ? [] : [.phrase(Phrase("Total")), .phrase(Phrase(totals))], emptyText: "nothing here")
  }

  private func draw(_ content: TableContent, rows: Int, _ change: (inout PanelContext) -> Void = { _ in }) -> Grid {
    var context = PanelContext(theme: .roles, isFocused: true)
    change(&context)
    var grid = Grid(size: Size(columns: 30, rows: rows))
    TableWidget(content: content, context: context).draw(in: grid.bounds, on: &grid)
    return grid
  }

  @Test("Decimal points stand below each other, and whole numbers end where the others' whole part ends")
  func decimals() throws {
    let grid = draw(content(["65,012.5", "0.1234", "40", "—", "−1,200.25"]), rows: 6)
    let lines = grid.text.dropFirst()
    let points = lines.compactMap { line in line.lastIndex(of: ".").map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(Set(points).count == 1)
    let point = try #require(points.first)
    #expect(lines.allSatisfy { $0.count >= point })
    #expect(Array(lines)[2].count == point)
    #expect(Array(lines)[3].count == point)
  }

  @Test("The selected row is in sight at every scroll position, and no room is left empty below the last row")
  func selection() {
    let numbers = (0..<40).map { "\($0).5" }
    for scroll in [-5, 0, 3, 38, 900] {
      for selected in [0, 7, 39] {
        let grid = draw(content(numbers), rows: 9) {
          $0.scroll = scroll
          $0.selectedRow = selected
        }
        let shown = grid.text.dropFirst()
        #expect(shown.filter { $0.contains("row \(selected) ") }.count == 1, "scroll \(scroll), selected \(selected)")
        #expect(shown.allSatisfy { $0.hasPrefix("row ") })
        let row = (1..<9).first { grid.text[$0].contains("row \(selected) ") } ?? 0
        #expect(Theme.role(of: grid[column: 0, row: row].style) == .selected)
      }
    }
  }

  @Test("A table without the keys shows no selection")
  func unfocused() {
    let grid = draw(content(["1", "2"]), rows: 4) {
      $0.isFocused = false
      $0.selectedRow = 1
    }
    #expect(grid.styleRows.joined().allSatisfy { Theme.role(of: $0) != .selected })
  }

  @Test("The heading of the sort column says so, with a mark for the direction")
  func sortMark() {
    let descending = draw(content(["1"]), rows: 3) { $0.sortColumn = 1 }
    #expect(descending.text[0].hasSuffix("Value▼"))
    let ascending = draw(content(["1"]), rows: 3) {
      $0.sortColumn = 1
      $0.sortDescending = false
      $0.glyphs = .ascii
    }
    #expect(ascending.text[0].hasSuffix("Value^"))
  }

  @Test("A scroll bar appears only where rows do not fit, its thumb at the end when scrolled there")
  func scrollBar() {
    let fits = draw(content(["1", "2"]), rows: 3)
    #expect(fits.styleRows.joined().allSatisfy { Theme.role(of: $0) != .divider })
    let numbers = (0..<40).map { "\($0)" }
    let top = draw(content(numbers), rows: 9)
    #expect(top[column: 29, row: 1].grapheme == "█")
    #expect(top[column: 29, row: 8].grapheme == "│")
    let bottom = draw(content(numbers), rows: 9) { $0.scroll = 40 }
    #expect(bottom[column: 29, row: 8].grapheme == "█")
  }

  @Test("Totals stay below the rows, and give way to rows when there are fewer than four lines")
  func totals() {
    let tall = draw(content(["1.5", "2.5"], totals: "4.0"), rows: 6)
    #expect(tall.text[3].hasPrefix("Total"))
    let short = draw(content(["1.5", "2.5"], totals: "4.0"), rows: 3)
    #expect(!short.text.joined().contains("Total"))
    #expect(short.text[2].hasPrefix("row 1"))
  }

  @Test("An empty table says so")
  func empty() {
    #expect(draw(content([]), rows: 3).text[1] == "nothing here")
  }
}
