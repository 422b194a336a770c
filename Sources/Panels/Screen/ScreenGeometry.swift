import TerminalCells

/// Where everything lies on a screen of some size: read by drawing and by the mouse alike.
struct ScreenGeometry: Hashable, Sendable {
  /// A pane where it lies.
  struct Pane: Hashable, Sendable {
    /// What fills it.
    let content: ScreenLayout.Content
    /// With its frame.
    let frame: Rect
    /// Without.
    let inside: Rect
  }

  /// Portfolio, prices, feeds.
  let header: Rect
  /// The worst alert.
  let alerts: Rect
  /// The bar of tabs; empty where all panels are shown at once.
  let tabs: Rect
  /// Between the bars.
  let body: Rect
  /// Summaries of the panels not shown; empty where all are.
  let summaries: Rect
  /// The keys.
  let footer: Rect
  /// The panes of the body.
  let panes: [Pane]
  /// One panel at a time.
  let isTabbed: Bool

  /// Where everything lies; nil on a screen too small for anything.
  ///
  /// - Parameters:
  ///   - page: the page shown.
  ///   - desired: rows the inside of a panel would like to have at a width; nil when nothing is known of it.
  init?(_ state: ScreenState, page: Page = .hedge, size: Size, desired: (PanelID, Int) -> Int? = { _, _ in nil }) {
    guard let layout = page.layout(fitting: size) else { return nil }
    isTabbed = layout.arrangement == .tabs
    let bar = isTabbed ? 1 : 0
    let summaryRows = isTabbed ? (size.rows >= 14 ? 2 : 1) : 0
    let parts = Rect(origin: .zero, size: size).dividedIntoRows([
      .fixed(1), .fixed(1), .fixed(bar), .rest, .fixed(summaryRows), .fixed(1),
    ])
    (header, alerts, tabs, body, summaries, footer) = (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
    panes = ScreenGeometry.panes(state, page, layout, in: body, desired)
  }

  /// The pane under a cell.
  func pane(at point: Point) -> Pane? { panes.first { $0.frame.contains(point) } }

  /// The pane of a panel, when it is shown.
  func pane(of panel: PanelID) -> Pane? { panes.first { $0.content == .panel(panel) } }

  private static func panes(
    _ state: ScreenState, _ page: Page, _ layout: ScreenLayout, in body: Rect, _ desired: (PanelID, Int) -> Int?
  ) -> [Pane] {
    guard layout.arrangement != .tabs else {
      return [Pane(content: .panel(state.focus), frame: body, inside: body)]
    }
    if state.isExpanded {
      return [Pane(content: .panel(state.focus), frame: body, inside: body.inset(by: 1))]
    }
    let shown = layout.restricted { !state.hiddenPanels.contains($0) }.rows
    var heights = body.dividedIntoRows(shown.map(\.height)).map(\.rows)
    RowBalance.balance(&heights, rows: shown, columns: body.columns, picture: page.picture, desired)
    return zip(shown, body.dividedIntoRows(heights.map { .fixed($0) })).flatMap { row, area in
      zip(row.panes, area.dividedIntoColumns(row.panes.map(\.width))).map { pane, frame in
        Pane(content: pane.content, frame: frame, inside: frame.inset(by: 1))
      }
    }
  }
}
