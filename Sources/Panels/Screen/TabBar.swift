import TerminalCells

/// The tabs of a small screen, and below the panel the summaries of the others.
struct TabBar {
  /// A tab where it lies.
  struct Tab: Hashable {
    let panel: PanelID
    let number: Int
    let columns: Range<Int>
  }

  let screen: Screen
  let page: Page
  let context: DrawingContext

  func draw(_ geometry: ScreenGeometry, on grid: inout Grid) {
    let theme = context.theme
    for tab in TabBar.tabs(of: page, in: geometry.tabs) {
      let isShown = tab.panel == context.state.focus
      let mark = isShown ? String(context.glyphs.right) : " "
      let style = theme.style(isShown ? .selected : .label)
      grid.write(
        "\(mark)\(tab.number) \(tab.panel.shortTitle) ",
        at: Point(column: tab.columns.lowerBound, row: geometry.tabs.row), style: style,
        maxColumns: tab.columns.count)
    }
    drawSummaries(in: geometry.summaries, on: &grid)
  }

  /// The other panels' summaries in columns of one width, as many lines as there is room for.
  private func drawSummaries(in area: Rect, on grid: inout Grid) {
    let others = page.panels.filter { $0 != context.state.focus }
    guard area.rows > 0, !others.isEmpty else { return }
    let across = (others.count + area.rows - 1) / area.rows
    for (place, id) in others.enumerated() {
      guard let summary = screen.summary(of: id, context) else { continue }
      let column = area.inset(columns: 1, rows: 0).dividedIntoColumns(
        Array(repeating: .rest, count: across), spacing: 1)[place % across]
      let line = column.line(place / across)
      let words = summary.text.truncated(toColumns: line.columns - 2, ellipsis: context.glyphs.ellipsis)
      grid.writePhrases(
        [
          Phrase("\(page.number(of: id) ?? 0) ", .key), Phrase(words, summary.role, emphasis: summary.emphasis),
        ], at: line.origin,
        theme: context.theme,
        maxColumns: max(0, line.columns))
    }
  }

  /// The tabs; read by the mouse too.
  static func tabs(of page: Page, in area: Rect) -> [Tab] {
    var column = area.column
    return page.panels.enumerated().map { index, panel in
      let width = min(panel.shortTitle.count + 4, max(0, area.maxColumn - column))
      defer { column += width }
      return Tab(panel: panel, number: index + 1, columns: column..<column + width)
    }
  }
}
