import TerminalCells

/// A small table for standard output: columns aligned by spaces, no colours.
struct TextTable {
  /// What stands in a column: numbers at its right edge, words at its left.
  enum Content {
    case numbers
    case words
  }

  /// A column's heading and what stands in it.
  struct Column {
    let title: String
    let content: Content

    init(_ title: String, _ content: Content = .numbers) {
      self.title = title
      self.content = content
    }
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row; cells that are missing at its end stay empty.
  mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  /// The lines, headings first, without blanks at their ends.
  var lines: [String] {
    let table = columns.contains { !$0.title.isEmpty } ? [columns.map(\.title)] + rows : rows
    let widths = columns.indices.map { index in
      table.map { index < $0.count ? TextWidth.columns(of: $0[index].sanitised) : 0 }.max() ?? 0
    }
    return table.map { cells in
      let line = columns.indices.map { index -> String in
        let cell = index < cells.count ? cells[index] : ""
        return cell.padded(toColumns: widths[index], alignment: columns[index].content == .words ? .left : .right)
      }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The lines as text, indented.
  func text(indent: Int = 0) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
  }
}
