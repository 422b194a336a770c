import HedgeStore
import TerminalCells

extension Screen {
  func draw(_ overlay: ScreenOverlay, _ geometry: ScreenGeometry, _ context: DrawingContext, on grid: inout Grid) {
    let area = geometry.alerts.row + 1
    let room = Rect(
      column: 0, row: area, columns: grid.size.columns, rows: geometry.footer.row - area)
    switch overlay {
    case .help(let scroll):
      drawText(
        HelpView(keys: keys, pages: pages).lines, "Keys", scroll: scroll, width: 84, in: room, context, on: &grid)
    case .log(let scroll):
      drawText(
        logLines(context, columns: grid.size.columns), "Log", scroll: scroll, width: Self.logWidth, in: room, context,
        on: &grid)
    case .details(let subject, let scroll):
      let view = DetailsView(context: context, subject: subject, panels: panels)
      drawText(view.lines, view.title, scroll: scroll, width: 110, in: room, context, on: &grid)
    case .portfolios(let selected):
      guard let choice = context.state.portfolios else { return }
      PortfoliosView(context: context, choice: choice, selected: selected).draw(in: room, on: &grid)
    case .ratio(let dialog):
      HedgeRatioDialogView(dialog: dialog, context: context).draw(in: room, on: &grid)
    case .fill(let dialog):
      FillDialogView(dialog: dialog, context: context).draw(in: room, on: &grid)
    case .question(let question):
      ConfirmationView(question: question, context: context).draw(in: room, on: &grid)
    case .filter, .command: break  // Drawn in the footer.
    }
  }

  private static let logWidth = 140

  private func logLines(_ context: DrawingContext, columns: Int) -> [[Phrase]] {
    LogView(context: context).lines(columns: ModalBox.insideColumns(min(Self.logWidth, columns)))
  }

  /// A framed text in the middle of the screen, as large as it needs to be.
  private func drawText(
    _ lines: [[Phrase]], _ title: String, scroll: Int, width: Int, in room: Rect, _ context: DrawingContext,
    on grid: inout Grid
  ) {
    let box = ModalBox(context: context)
    let area = box.draw(
      title: title, size: Size(columns: width, rows: lines.count + 2),
      note: ScrollText.note(scroll: scroll, lines: lines.count, page: min(lines.count, room.rows - 2)), in: room,
      on: &grid)
    let first = ScrollText.clamped(scroll, lines: lines.count, page: area.rows)
    for (index, line) in lines.dropFirst(first).prefix(max(0, area.rows)).enumerated() {
      grid.writePhrases(
        line, at: area.origin.offset(rows: index), theme: context.theme, maxColumns: max(0, area.columns))
    }
  }

  /// The lines of the topmost overlay when it scrolls, and how many of them show at once.
  func scrollExtent(_ state: ScreenState, _ snapshot: HedgeSnapshot?) -> (lines: Int, page: Int) {
    let context = DrawingContext(
      state: state, snapshot: state.shown(snapshot), live: snapshot, theme: .monochrome(name: ""), glyphs: .unicode)
    let page = max(1, state.size.rows - 5)
    switch state.overlays.last {
    case .help: return (HelpView(keys: keys, pages: pages).lines.count, page)
    case .log: return (logLines(context, columns: state.size.columns).count, page)
    case .details(let subject, _):
      return (DetailsView(context: context, subject: subject, panels: panels).lines.count, page)
    default: return (0, page)
    }
  }
}
