import TerminalCells
import Testing

@testable import Panels

@Suite("Where the columns of a table stand")
struct TableLayoutTests {
  private let columns = [
    TableColumn("Name", .left, width: .shrinking(minimum: 6)),
    TableColumn("A", width: .content(minimum: 5), priority: 2),
    TableColumn("B", width: .content(minimum: 5), priority: 1),
    TableColumn("C", width: .content(minimum: 5)),
    TableColumn("Drawing", .left, width: .drawing(minimum: 4, maximum: 10), priority: 3),
  ]

  private func layout(_ width: Int) -> TableLayout {
    let demands = [12, 5, 7, 6, 0].map { TableLayout.Demand(whole: $0) }
    return TableLayout(columns, demands: demands, width: width)
  }

  @Test("Columns never overlap and stay within the width as long as those that must stay fit")
  func fits() {
    for width in 13...200 {
      let placed = layout(width).placed
      #expect((placed.last.map { $0.offset + $0.columns } ?? 0) <= width)
      for (left, right) in zip(placed, placed.dropFirst()) {
        #expect(left.offset + left.columns < right.offset)
      }
    }
  }

  @Test("The least important column is left out first, and those of priority 0 never")
  func priorities() {
    #expect(layout(200).placed.map(\.index) == [0, 1, 2, 3, 4])
    #expect(layout(28).placed.map(\.index) == [0, 1, 2, 3])
    #expect(layout(23).placed.map(\.index) == [0, 2, 3])
    #expect(layout(14).placed.map(\.index) == [0, 3])
    #expect(layout(0).placed.map(\.index) == [0, 3])
  }

  @Test("More room never shows fewer columns")
  func monotonic() {
    let counts = (0...200).map { layout($0).placed.count }
    #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("A name is given back what it asks for before a drawing grows")
  func names() {
    let widths = layout(41).placed.map(\.columns)
    #expect(widths.first == 12)
    #expect(layout(200).placed.last?.columns == 10)
  }

  @Test("Points stand below each other only where no column is lost for it")
  func points() {
    let columns = [
      TableColumn("A", width: .content(minimum: 3)), TableColumn("B", width: .content(minimum: 3), priority: 1),
    ]
    let wide = TableLayout.Demand(whole: 7, fraction: 5, slack: 4)
    let narrow = TableLayout(columns, demands: [wide, TableLayout.Demand(whole: 4)], width: 14)
    #expect(narrow.placed.map(\.columns) == [8, 4] && narrow.placed[0].fraction == 0)
    let roomy = TableLayout(columns, demands: [wide, TableLayout.Demand(whole: 4)], width: 18)
    #expect(roomy.placed.map(\.columns) == [12, 4] && roomy.placed[0].fraction == 5)
  }
}
