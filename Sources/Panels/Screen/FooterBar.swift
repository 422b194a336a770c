import HedgeAnalytics
import HedgeStore
import TerminalCells

/// The last row: the keys of where the user is, or the line being typed, or the answer to the last key.
struct FooterBar {
  /// A key hint where it lies.
  struct Item: Hashable {
    let binding: KeyBinding
    let columns: Range<Int>
  }

  let context: DrawingContext
  let keys: KeyTable
  let pages: [Page]

  func draw(in area: Rect, on grid: inout Grid) {
    let theme = context.theme
    grid.fill(area, style: theme.style(.bar))
    if let line = typedLine {
      grid.writePhrases(line, at: area.origin.offset(columns: 1), theme: theme, maxColumns: area.columns - 1)
      return
    }
    if let message = context.state.message {
      let mark = message.isRefusal ? "\(context.glyphs.cross) " : ""
      grid.write(
        mark + message.text, in: area.inset(columns: 1, rows: 0),
        style: theme.style(message.isRefusal ? .warning : .text), alignment: .left, ellipsis: context.glyphs.ellipsis)
      return
    }
    PageBar(context: context, pages: pages).draw(in: area, on: &grid)
    for item in FooterBar.items(context.state, context.snapshot, keys, pages, in: area) {
      let used = grid.write(
        item.binding.shownKey, at: Point(column: item.columns.lowerBound, row: area.row), style: theme.style(.key))
      grid.write(
        FooterBar.words(item.binding, context.state),
        at: Point(column: item.columns.lowerBound + used + 1, row: area.row),
        style: theme.style(.label))
    }
  }

  /// The hints that fit, in order; read by the mouse too.
  static func items(
    _ state: ScreenState, _ snapshot: HedgeSnapshot?, _ keys: KeyTable, _ pages: [Page], in area: Rect
  ) -> [Item] {
    let area = area.splitHorizontally(at: area.columns - PageBar.columns(state, pages, in: area)).left
    var column = area.column + 1
    var items: [Item] = []
    for binding in keys.footer(in: state.keyContext) where isUseful(binding.command, snapshot) {
      let width = TextWidth.columns(of: binding.shownKey) + 1 + TextWidth.columns(of: words(binding, state))
      guard column + width < area.maxColumn else { break }
      items.append(Item(binding: binding, columns: column..<column + width))
      column += width + 2
    }
    return items
  }

  /// A strategy is shown by the key that opens the details of anything else.
  private static func words(_ binding: KeyBinding, _ state: ScreenState) -> String {
    binding.command == .open && state.focus == .strategies ? "Show" : binding.words
  }

  private static func isUseful(_ command: KeyCommand, _ snapshot: HedgeSnapshot?) -> Bool {
    switch command {
    case .nextStrategy: (snapshot?.figures.strategies.count ?? 0) > 1
    case .acknowledge, .snooze: snapshot.map { !$0.unacknowledgedAlerts.isEmpty } ?? false
    case .undo: snapshot.map { !$0.undoable.isEmpty } ?? false
    case .recordFill: snapshot.map { $0.figures.strategies.contains { !$0.suggestions.isEmpty } } ?? false
    default: true
    }
  }

  private var typedLine: [Phrase]? {
    let cursor = Phrase(" ", .text, emphasis: .reverse)
    switch context.state.overlays.last {
    case .filter(_, let editor, _):
      return [Phrase("/", .key), Phrase(editor.text), cursor, Phrase("  ! hides what matches", .label)]
    case .command(let editor): return [Phrase(":", .key), Phrase(editor.text), cursor]
    default: return nil
    }
  }
}
