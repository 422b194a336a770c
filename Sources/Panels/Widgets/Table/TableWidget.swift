import TerminalCells

/// Draws a table: heading, rows, totals, the selected row, the sort mark, and a scroll bar where rows do not fit.
struct TableWidget {
  /// What it says.
  let content: TableContent
  /// How it is shown: selection, scroll, sort.
  let context: PanelContext

  /// Draws the table from the top of `area`.
  ///
  /// - Returns: the rows taken.
  @discardableResult
  func draw(in area: Rect, on grid: inout Grid) -> Int {
    guard !area.isEmpty else { return 0 }
    let parts = Parts(rows: area.rows, content: content)
    let visible = window(parts.body)
    let scrolls = visible.count < content.rowCount && area.columns > 12
    let inner = scrolls ? area.splitHorizontally(at: -2).left : area
    let cells = visible.map(content.row)
    let layout = TableLayout(content.columns, demands: demands(cells), width: inner.columns)
    var row = 0
    if parts.hasHeading {
      drawHeading(layout, in: inner.line(0), on: &grid)
      row = 1
    }
    if content.rowCount == 0 {
      grid.write([Phrase(content.emptyText, .label)], in: area.line(row), context)
      return row + 1
    }
    if scrolls {
      let track = Rect(column: area.maxColumn - 1, row: area.row + row, columns: 1, rows: visible.count)
      drawScrollBar(visible, in: track, on: &grid)
    }
    for (index, line) in zip(visible, cells) {
      let place = inner.line(row)
      draw(line, layout, in: place, on: &grid)
      if context.isFocused, index == context.selectedRow {
        let style = context.theme.style(.selected)
        grid.restyle(place) { $0 = style }
      }
      row += 1
    }
    if parts.hasTotals {
      draw(content.totals, layout, in: inner.line(row), emphasis: .bold, on: &grid)
      row += 1
    }
    return row
  }

  /// How the rows of the area are shared.
  private struct Parts {
    let hasHeading: Bool
    let hasTotals: Bool
    let body: Int

    init(rows: Int, content: TableContent) {
      hasHeading = rows >= 2
      hasTotals = !content.totals.isEmpty && content.rowCount > 0 && rows >= 4
      body = max(0, rows - (hasHeading ? 1 : 0) - (hasTotals ? 1 : 0))
    }
  }

  /// The rows in sight: the scroll position, moved as far as needed to show the selected row and no empty space.
  private func window(_ rows: Int) -> Range<Int> {
    let height = min(rows, content.rowCount)
    var first = min(max(0, context.scroll), content.rowCount - height)
    if context.isFocused, let selected = context.selectedRow, (0..<content.rowCount).contains(selected), height > 0 {
      first = min(selected, max(first, selected - height + 1))
    }
    return first..<first + height
  }

  private func demands(_ rows: [[TableCell]]) -> [TableLayout.Demand] {
    var demands = content.columns.map { TableLayout.Demand(title: TextWidth.columns(of: heading($0))) }
    var widest = demands.map { _ in 0 }
    for row in rows + [content.totals] {
      for (index, cell) in row.enumerated() where index < demands.count {
        let parts = cell.parts
        if content.columns[index].alignment == .decimal {
          demands[index].whole = max(demands[index].whole, parts.whole)
          demands[index].fraction = max(demands[index].fraction, parts.fraction)
          widest[index] = max(widest[index], parts.whole + parts.fraction)
        } else {
          demands[index].whole = max(demands[index].whole, parts.whole + parts.fraction)
        }
      }
    }
    for index in demands.indices where widest[index] > 0 {
      demands[index].slack = demands[index].whole + demands[index].fraction - widest[index]
    }
    return demands
  }

  private func heading(_ column: TableColumn) -> String {
    guard let index = column.sortIndex, index == context.sortColumn else { return column.title }
    return column.title + String(context.sortDescending ? context.glyphs.down : context.glyphs.up)
  }

  private func drawHeading(_ layout: TableLayout, in line: Rect, on grid: inout Grid) {
    for placed in layout.placed {
      let column = content.columns[placed.index]
      let place = Rect(column: line.column + placed.offset, row: line.row, columns: placed.columns, rows: 1)
      let isSorted = column.sortIndex != nil && column.sortIndex == context.sortColumn
      grid.write(
        heading(column), in: place.intersection(line), style: context.theme.style(isSorted ? .key : .label),
        alignment: column.alignment == .left ? .left : .right, ellipsis: context.glyphs.ellipsis)
    }
  }

  private func draw(
    _ cells: [TableCell], _ layout: TableLayout, in line: Rect, emphasis: Attributes = [], on grid: inout Grid
  ) {
    for placed in layout.placed where placed.index < cells.count {
      let place = Rect(column: line.column + placed.offset, row: line.row, columns: placed.columns, rows: 1)
        .intersection(line)
      guard !place.isEmpty else { continue }
      switch cells[placed.index] {
      case .phrase(var phrase):
        phrase.emphasis.formUnion(emphasis)
        draw(phrase, placed, in: place, on: &grid)
      case .sparkline(let values):
        let text = Sparkline.text(values, columns: place.columns, glyphs: context.glyphs)
        grid.write([Phrase(text, .label)], in: place, context)
      case .bar(let share, let role):
        grid.write(
          [Phrase(BarWidget.text(share, columns: place.columns, glyphs: context.glyphs), role)], in: place, context)
      case .signedBar(let value, let scale, let role):
        ContributionBar(value: value, scale: scale, role: role).draw(context, in: place, on: &grid)
      }
    }
  }

  /// Numbers stand with their points below each other; what has none ends where the whole part of the others ends.
  private func draw(_ phrase: Phrase, _ placed: TableLayout.Placed, in place: Rect, on grid: inout Grid) {
    let shown = phrase.text.truncated(toColumns: place.columns, ellipsis: context.glyphs.ellipsis)
    let parts = TableCell.phrase(Phrase(shown)).parts
    let length = parts.whole + parts.fraction
    let indent =
      switch content.columns[placed.index].alignment {
      case .left: 0
      case .right: place.columns - length
      case .decimal: max(0, min(place.columns - length, place.columns - placed.fraction - parts.whole))
      }
    grid.write(
      shown, at: place.origin.offset(columns: indent), style: phrase.style(in: context.theme),
      maxColumns: place.columns - indent)
  }

  private func drawScrollBar(_ visible: Range<Int>, in track: Rect, on grid: inout Grid) {
    guard track.rows > 1, content.rowCount > 0 else { return }
    let length = max(1, track.rows * visible.count / content.rowCount)
    let free = content.rowCount - visible.count
    let start = free == 0 ? 0 : (track.rows - length) * visible.lowerBound / free
    grid.fill(track, with: context.glyphs.box.vertical, style: context.theme.style(.divider))
    grid.fill(
      Rect(column: track.column, row: track.row + start, columns: 1, rows: length), with: context.glyphs.barFull,
      style: context.theme.style(.label))
  }
}
