import TerminalCells

/// The tabs of a small screen, and below the panel the summaries of the others.
struct TabBar {
  /// A tab where it lies.
  struct Tab: Hashable {
    let panel: PanelID
    let columns: Range<Int>
  }

  let screen: Screen
  let context: DrawingContext

  func draw(_ geometry: ScreenGeometry, on grid: inout Grid) {
    let theme = context.theme
    for tab in TabBar.tabs(in: geometry.tabs) {
      let isShown = tab.panel == context.state.focus
      let mark = isShown ? String(context.glyphs.right) : " "
      let style = theme.style(isShown ? .selected : .label)
      grid.write(
        "\(mark)\(tab.panel.number) \(tab.panel.shortTitle) ",
        at: Point(column: tab.columns.lowerBound, row: geometry.tabs.row), style: style,
        maxColumns: tab.columns.count)
    }
    let others = PanelID.allCases.filter { $0 != context.state.focus }
    let segments = others.compactMap { id in
      screen.summary(of: id, context).map { BarSegment(id.number, Phrase("\(id.number) ", .key), $0) }
    }
    var column = geometry.summaries.column + 1
    for segment in BarSegment.fitting(segments, columns: geometry.summaries.columns - 2, gap: 2) {
      column +=
        2
        + grid.writePhrases(
          segment.phrases, at: Point(column: column, row: geometry.summaries.row), theme: theme,
          maxColumns: max(0, geometry.summaries.maxColumn - column))
    }
  }

  /// The tabs; read by the mouse too.
  static func tabs(in area: Rect) -> [Tab] {
    var column = area.column
    return PanelID.allCases.map { panel in
      let width = min(panel.shortTitle.count + 4, max(0, area.maxColumn - column))
      defer { column += width }
      return Tab(panel: panel, columns: column..<column + width)
    }
  }
}

extension PanelID {
  /// Its title in one word, for tabs.
  var shortTitle: String {
    switch self {
    case .spot: "Spot"
    case .legs: "Legs"
    case .beta: "Beta"
    case .margin: "Margin"
    case .funding: "Fund"
    }
  }
}
