import TerminalCells

/// Columns of a dialog's small tables.
enum DialogRow {
  /// A label and cells at the right edges of columns of one width.
  static func row(_ label: Phrase, _ cells: [Phrase], labelWidth: Int, width: Int) -> [Phrase] {
    [Phrase(label.text.fitted(toColumns: labelWidth), label.role, emphasis: label.emphasis)]
      + cells.map { cell in
        Phrase(
          cell.text.fitted(toColumns: width, alignment: .right), cell.role,
          emphasis: cell.emphasis)
      }
  }
}
