import TerminalCells

/// Draws a question and its two buttons; the chosen one is in brackets.
struct ConfirmationView {
  let question: ConfirmationQuestion
  let context: DrawingContext

  func draw(in room: Rect, on grid: inout Grid) {
    let columns = max(44, (question.lines.map { TextWidth.columns(of: $0) }.max() ?? 0) + 6)
    let size = Size(columns: min(columns, room.columns), rows: question.lines.count + 5)
    let inside = ModalBox(context: context).draw(title: question.title, size: size, in: room, on: &grid)
    for (row, line) in question.lines.prefix(max(0, inside.rows - 1)).enumerated() {
      grid.write(
        line, in: inside.line(row), style: context.theme.style(.text), alignment: .left,
        ellipsis: context.glyphs.ellipsis)
    }
    drawButtons(in: inside.line(max(0, inside.rows - 1)), on: &grid)
  }

  private func drawButtons(in area: Rect, on grid: inout Grid) {
    let cancel = button("Cancel", isChosen: !question.isActionChosen)
    let action = button(question.action, isChosen: question.isActionChosen)
    let width = cancel.columns + 2 + action.columns
    let start = area.origin.offset(columns: max(0, (area.columns - width) / 2))
    grid.writePhrases([cancel, Phrase("  "), action], at: start, theme: context.theme, maxColumns: area.columns)
  }

  private func button(_ word: String, isChosen: Bool) -> Phrase {
    isChosen ? Phrase("[ \(word) ]", .selected) : Phrase("  \(word)  ", .label)
  }
}
