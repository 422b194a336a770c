import TerminalCells

/// Columns of a dialog's small tables.
enum DialogRow {
  /// A label, and cells at the right edges of columns of one width, `total` columns in all.
  static func row(_ label: Phrase, _ cells: [Phrase], total: Int, width: Int) -> [Phrase] {
    let room = max(8, total - cells.count * width)
    return [Phrase(label.text.fitted(toColumns: room), label.role, emphasis: label.emphasis)]
      + cells.map { cell in
        Phrase(
          cell.text.fitted(toColumns: width, alignment: .right), cell.role,
          emphasis: cell.emphasis)
      }
  }
}
