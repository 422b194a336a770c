import HedgeStore
import TerminalCells

extension Screen {
  /// What the mouse does: the same as keys, at a place.
  func mouse(_ event: MouseEvent, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    guard let geometry = geometry(state, state.shown(snapshot), size: state.size) else { return [] }
    switch event.action {
    case .press(.left):
      state.message = nil
      return click(event.position, geometry, &state, snapshot)
    case .scrollUp: scroll(by: -3, at: event.position, geometry, &state, snapshot)
    case .scrollDown: scroll(by: 3, at: event.position, geometry, &state, snapshot)
    case .press, .release: break
    }
    return []
  }

  private func click(
    _ place: Point, _ geometry: ScreenGeometry, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    if geometry.footer.contains(place) {
      if let page = PageBar.page(at: place, state, pages, in: geometry.footer) {
        turn(to: page, &state)
        return []
      }
      let items = FooterBar.items(state, state.shown(snapshot), keys, pages, in: geometry.footer)
      guard let item = items.first(where: { $0.columns.contains(place.column) }) else { return [] }
      return perform(item.binding.command, &state, snapshot)
    }
    guard state.overlays.isEmpty else { return [] }
    if geometry.header.contains(place), state.portfolios != nil {
      openPortfolios(&state)
      return []
    }
    if geometry.tabs.contains(place) {
      let tab = TabBar.tabs(of: page(of: state), in: geometry.tabs).first { $0.columns.contains(place.column) }
      if let tab { state.focus = tab.panel }
      return []
    }
    guard case .panel(let panel)? = geometry.pane(at: place)?.content else { return [] }
    return click(panel, at: place, &state, snapshot)
  }

  /// Focuses a panel and selects the row under the pointer; a click on the row selected already opens its details.
  private func click(
    _ panel: PanelID, at place: Point, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    let hadFocus = state.focus == panel
    state.focus = panel
    guard let row = row(of: panel, at: place, state, state.shown(snapshot)) else { return [] }
    if hadFocus, row == state[panel].selectedRow {
      return perform(.open, &state, snapshot)
    }
    state[panel].selectedRow = row
    return []
  }

  private func row(of panel: PanelID, at place: Point, _ state: ScreenState, _ snapshot: HedgeSnapshot?) -> Int? {
    guard let snapshot, let type = panels[panel], let area = pane(of: panel, state, snapshot), area.contains(place)
    else {
      return nil
    }
    let context = context(for: panel, state, snapshot, theme: .monochrome(name: ""), glyphs: .ascii)
    let probe = RowProbe(panel: type, snapshot: snapshot, context: context, size: area.size)
    return probe.row(onLine: place.row - area.row, rows: type.rowCount(snapshot, context))
  }

  private func scroll(
    by step: Int, at place: Point, _ geometry: ScreenGeometry, _ state: inout ScreenState,
    _ snapshot: HedgeSnapshot?
  ) {
    guard state.overlays.isEmpty else {
      scrollOverlay(by: step, scrollExtent(state, snapshot), &state)
      return
    }
    guard case .panel(let panel)? = geometry.pane(at: place)?.content else { return }
    select(panel, by: step, &state, state.shown(snapshot))
  }
}
