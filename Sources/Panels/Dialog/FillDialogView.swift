import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// Draws the record of a trade.
struct FillDialogView {
  let dialog: FillDialog
  let context: DrawingContext

  func draw(in room: Rect, on grid: inout Grid) {
    let content = lines
    let inside = ModalBox(context: context).draw(
      title: "Record a trade", size: Size(columns: 76, rows: content.count + 2),
      note: dialog.choices.count > 1 ? "\(dialog.index + 1) of \(dialog.choices.count)" : nil, in: room, on: &grid)
    for (row, line) in DialogLine.fitting(content, rows: inside.rows).enumerated() {
      grid.writePhrases(
        line.phrases, at: inside.origin.offset(rows: row), theme: context.theme, maxColumns: max(0, inside.columns))
    }
  }

  private var lines: [DialogLine] {
    let format = context.format
    let suggestion = dialog.choice
    let word = suggestion.contracts < 0 ? "sell" : "buy"
    let count = format.hidesBalances ? format.hidden : format.exact(suggestion.contracts.magnitude)
    let lock = context.live?.decisionLocks[suggestion.leg.strategy]
    let locked = lock.map { [Phrase("\(context.glyphs.warning) locked: ", .breach), Phrase(" \($0)", .warning)] }
    return [
      DialogLine([Phrase("\(suggestion.leg.instrument)", .title), Phrase(" in \(suggestion.leg.account)", .label)]),
      DialogLine([
        Phrase("suggested: ", .label), Phrase("\(word) \(count)"),
        Phrase(" at the mark, \(format.price(suggestion.price))", .label),
      ]),
    ] + (locked.map { [DialogLine($0)] } ?? []) + [
      .blank, field(.contracts, "Contracts", dialog.contracts), field(.price, "Price", dialog.price), .blank,
      DialogLine([Phrase("Negative contracts sell. Nothing is sent: this records what you traded.", .label)], rank: 5),
    ]
  }

  private func field(_ field: FillDialog.Field, _ label: String, _ editor: LineEditor) -> DialogLine {
    let isFocused = dialog.field == field
    let mark = isFocused ? String(context.glyphs.right) : " "
    // The end of a long line, where it is being typed.
    let shown = String((isFocused ? editor.text + "_" : editor.text).suffix(20))
    let text = " " + shown.padded(toColumns: 20)
    let fault = dialog.fault(in: field).map { Phrase("  \(context.glyphs.cross) \($0)", .warning) }
    return DialogLine(
      [
        Phrase("\(mark) \(label.padded(toColumns: 10))", isFocused ? .key : .label),
        Phrase(text, isFocused ? .selected : .text),
      ] + (fault.map { [$0] } ?? []))
  }
}
