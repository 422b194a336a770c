import HedgeStore
import TerminalCells

extension Screen {
  /// Keys that move the selection of the focused panel.
  ///
  /// - Returns: whether the key is one of them.
  func moveSelection(_ command: KeyCommand, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> Bool {
    let page = max(1, (pane(of: state.focus, state, snapshot)?.rows ?? 1) - 2)
    let step: Int
    switch command {
    case .up: step = -1
    case .down: step = 1
    case .pageUp: step = -page
    case .pageDown: step = page
    case .halfPageUp: step = -max(1, page / 2)
    case .halfPageDown: step = max(1, page / 2)
    case .top: step = -1_000_000
    case .bottom: step = 1_000_000
    default: return false
    }
    select(state.focus, by: step, &state, snapshot)
    return true
  }

  /// Moves a panel's selection, and scrolls as far as it takes to see it.
  func select(_ panel: PanelID, by step: Int, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) {
    guard let snapshot else { return }
    let rows = rowCount(panel, state, snapshot)
    guard rows > 0 else { return }
    let now = min(max(0, state[panel].selectedRow), rows - 1)
    state[panel].selectedRow = min(max(0, now + step), rows - 1)
    keepSelectionVisible(panel, &state, snapshot)
  }

  func rowCount(_ panel: PanelID, _ state: ScreenState, _ snapshot: HedgeSnapshot) -> Int {
    let context = context(for: panel, state, snapshot, theme: .monochrome(name: ""), glyphs: .unicode)
    return panels[panel]?.rowCount(snapshot, context) ?? 0
  }

  /// The inside of a panel's pane; nil while it is not shown.
  func pane(of panel: PanelID, _ state: ScreenState, _ snapshot: HedgeSnapshot?) -> Rect? {
    geometry(state, snapshot, size: state.size)?.pane(of: panel)?.inside
  }

  /// Scrolls a panel no further than it takes to see its selected row.
  func keepSelectionVisible(_ panel: PanelID, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) {
    guard let snapshot, let type = panels[panel], let area = pane(of: panel, state, snapshot), !area.isEmpty else {
      return
    }
    var focused = state
    focused.focus = panel
    let context = context(for: panel, focused, snapshot, theme: .monochrome(name: ""), glyphs: .ascii)
    guard let selected = context.selectedRow else { return }
    let probe = RowProbe(panel: type, snapshot: snapshot, context: context, size: area.size)
    state[panel].scroll = probe.scroll(showing: selected, from: context.scroll)
  }
}
