import HedgeStore
import TerminalCells

/// Finds out where a panel draws its rows by drawing it: a panel says how a row is selected, not where it lies.
struct RowProbe {
  let panel: any Panel.Type
  let snapshot: HedgeSnapshot
  let context: PanelContext
  let size: Size

  /// The line on which a row lies when so many rows are scrolled off; nil when it cannot be seen. It is the one that
  /// differs in its look alone: words that follow the selection differ in their text, and so does the row's own line
  /// when the panel moved the rows by itself to show it.
  func line(of row: Int, scroll: Int) -> Int? {
    let plain = draw(selected: nil, scroll: scroll)
    let marked = draw(selected: row, scroll: scroll)
    let (before, after) = (plain.text, marked.text)
    let changed = (0..<size.rows).filter { plain.row($0) != marked.row($0) && before[$0] == after[$0] }
    return changed.count == 1 ? changed[0] : nil
  }

  /// The row on a line; nil when there is none.
  func row(onLine line: Int, rows: Int) -> Int? {
    let scroll = context.scroll
    guard let first = self.line(of: scroll, scroll: scroll) else { return nil }
    let row = scroll + line - first
    guard row >= scroll, row < rows, self.line(of: row, scroll: scroll) == line else { return nil }
    return row
  }

  /// The rows to scroll off so that a row is seen, as few away from `start` as that takes.
  func scroll(showing row: Int, from start: Int) -> Int {
    if row <= start { return row }
    if line(of: row, scroll: start) != nil { return start }
    // Headings and totals take some of the lines; go on from the most rows there could be.
    let first = max(start + 1, row - size.rows + 1)
    guard first < row else { return row }
    return (first..<row).first { line(of: row, scroll: $0) != nil } ?? row
  }

  private func draw(selected: Int?, scroll: Int) -> Grid {
    var context = context
    context.selectedRow = selected
    context.scroll = scroll
    context.tellsOfSelection = false
    var grid = Grid(size: size)
    panel.draw(snapshot, context, in: grid.bounds, on: &grid)
    return grid
  }
}
