import TerminalCells

/// A panel's table as lines of text.
enum TableText {
  /// The heading, every row, and the totals; the least important columns give way where they do not fit, names are never
  /// cut while one can, and what is only a drawing is left out.
  static func lines(_ content: TableContent, _ context: PanelContext, columns: Int) -> [String] {
    let words = withoutDrawings(content)
    // One row more than heading, rows and totals take: a table of a single row still shows its totals.
    var grid = Grid(size: Size(columns: columns, rows: max(4, words.rowCount + 3)))
    TableWidget(content: words, context: context)
      .draw(in: Rect(column: 0, row: 0, columns: columns, rows: grid.size.rows), on: &grid)
    return grid.text.filter { !$0.isEmpty }
  }

  private static func withoutDrawings(_ content: TableContent) -> TableContent {
    let kept = content.columns.indices.filter { index in
      if case .drawing = content.columns[index].width { false } else { true }
    }
    func keeping(_ cells: [TableCell]) -> [TableCell] { kept.filter(cells.indices.contains).map { cells[$0] } }
    var words = content
    words.columns = kept.map { uncut(content.columns[$0]) }
    words.row = { keeping(content.row($0)) }
    words.totals = keeping(content.totals)
    return words
  }

  private static func uncut(_ column: TableColumn) -> TableColumn {
    guard case .shrinking(let minimum) = column.width else { return column }
    return TableColumn(
      column.title, column.alignment, width: .content(minimum: minimum), priority: column.priority,
      sortIndex: column.sortIndex)
  }
}
