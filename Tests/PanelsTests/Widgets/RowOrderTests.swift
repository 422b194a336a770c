import TerminalCells
import Testing

@testable import Panels

@Suite("Which rows are shown, in which order")
struct RowOrderTests {
  private struct Row: Equatable {
    let name: String
    let value: Double?
  }

  private let rows = [
    Row(name: "BTC", value: 2), Row(name: "eth", value: nil), Row(name: "SOL", value: -1),
    Row(name: "ada", value: .nan),
    Row(name: "DOT", value: 2),
  ]

  private func names(_ change: (inout PanelContext) -> Void) -> [String] {
    var context = PanelContext(theme: .roles)
    change(&context)
    return RowOrder.arrange(rows, context, text: \.name) { row, column in
      column == 0 ? .text(row.name) : .number(row.value)
    }
    .map(\.name)
  }

  @Test("Without filter and sort the order is the configured one")
  func untouched() {
    #expect(names { _ in } == rows.map(\.name))
  }

  @Test("A filter ignores case; with an exclamation mark it leaves out instead")
  func filter() {
    #expect(names { $0.filter = "T" } == ["BTC", "eth", "DOT"])
    #expect(names { $0.filter = "!t" } == ["SOL", "ada"])
    #expect(names { $0.filter = "!" } == rows.map(\.name))
    #expect(names { $0.filter = "zzz" }.isEmpty)
  }

  @Test("Unknown values come last in either direction, equal ones keep their order", arguments: [true, false])
  func unknownLast(descending: Bool) {
    let sorted = names {
      $0.sortColumn = 1
      $0.sortDescending = descending
    }
    #expect(sorted == (descending ? ["BTC", "DOT", "SOL", "eth", "ada"] : ["SOL", "BTC", "DOT", "eth", "ada"]))
  }

  @Test("Names sort in both directions")
  func text() {
    let ascending = names {
      $0.sortColumn = 0
      $0.sortDescending = false
    }
    #expect(ascending == ["BTC", "DOT", "SOL", "ada", "eth"])
  }
}
