import HedgeAnalytics
import HedgeStore
import TerminalCells

/// The screen: pages of panels, bars, dialogs. Two pure functions, one from input to state and commands, one from state
/// and snapshot to a grid.
///
/// ```swift
/// let screen = Screen()
/// for command in screen.reduce(&state, input, snapshot: snapshot) { perform(command) }
/// terminal.present(screen.render(state, snapshot, size: terminal.size, theme: theme, glyphs: glyphs))
/// ```
public struct Screen: Sendable {
  let panels: PanelRegistry
  let keys: KeyTable
  /// The pages that have a panel, in the order in which they are turned.
  public let pages: [Page]

  /// A screen of these panels, worked by these keys.
  public init(panels: PanelRegistry = .standard, keys: KeyTable = .standard) {
    self.panels = panels
    self.keys = keys
    pages = Page.all.compactMap { $0.restricted { panels[$0] != nil } }
  }

  /// Where everything lies, with panes as high as what they show asks for; nil on a screen too small for anything.
  func geometry(_ state: ScreenState, _ shown: HedgeSnapshot?, size: Size) -> ScreenGeometry? {
    ScreenGeometry(state, page: page(of: state), size: size) { id, columns in
      guard let shown, let panel = panels[id] else { return nil }
      let context = context(for: id, state, shown, theme: .monochrome(name: ""), glyphs: .unicode)
      return panel.desiredRows(shown, context, columns: columns)
    }
  }

  /// How a panel is to be drawn, its selection kept within its rows.
  func context(
    for id: PanelID, _ state: ScreenState, _ snapshot: HedgeSnapshot, theme: Theme, glyphs: GlyphSet
  ) -> PanelContext {
    let view = state[id]
    let columns = panels[id]?.sortColumns.count ?? 0
    var context = PanelContext(
      theme: theme, glyphs: glyphs, strategy: Screen.strategyIndex(state, snapshot), isFocused: state.focus == id,
      scroll: view.scroll, filter: view.filter, sortColumn: view.sortColumn.flatMap { $0 < columns ? $0 : nil },
      sortDescending: view.sortDescending, hidesBalances: state.hidesBalances,
      chartRange: ChartRange.at(state.chartRange).samples)
    context.history = state.history
    context.historyRange = state.historyRange
    let rows = panels[id]?.rowCount(snapshot, context) ?? 0
    context.scroll = min(max(0, view.scroll), max(0, rows - 1))
    if context.isFocused, rows > 0 { context.selectedRow = min(max(0, view.selectedRow), rows - 1) }
    return context
  }

  /// The strategy shown, kept within those there are.
  static func strategyIndex(_ state: ScreenState, _ snapshot: HedgeSnapshot) -> Int {
    min(max(0, state.strategy), max(0, snapshot.figures.strategies.count - 1))
  }
}
