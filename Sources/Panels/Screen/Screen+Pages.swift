import HedgeStore
import TerminalCells

extension Screen {
  /// The panels of which something is on the display: figures that only others show need not be computed. A screen of
  /// tabs shows a summary of each panel of the page.
  public func visiblePanels(_ state: ScreenState) -> Set<PanelID> {
    guard let geometry = geometry(state, nil, size: state.size) else { return [] }
    guard !geometry.isTabbed else { return Set(page(of: state).panels) }
    return Set(geometry.panes.compactMap { if case .panel(let id) = $0.content { id } else { nil } })
  }

  /// What of the past is to be read for the page shown; nil while it shows none, or while the display is held.
  public func historyRequest(_ state: ScreenState, _ snapshot: HedgeSnapshot?) -> HistoryRequest? {
    guard page(of: state).id == .history, state.frozen == nil, let strategy = strategyName(state, snapshot) else {
      return nil
    }
    // Two points a column: as fine as a chart of the whole width draws.
    return HistoryRequest(
      strategy: strategy, range: state.historyRange, points: min(800, max(120, state.size.columns * 2)))
  }

  /// The page shown.
  func page(of state: ScreenState) -> Page {
    pages.first { $0.id == state.page } ?? pages.first ?? .hedge
  }

  /// Panels of the page that are not hidden, in the order of their numbers.
  func shownPanels(_ state: ScreenState) -> [PanelID] {
    page(of: state).panels.filter { !state.hiddenPanels.contains($0) }
  }

  /// Whether one panel is shown at a time.
  func isSingle(_ state: ScreenState) -> Bool {
    state.isExpanded || ScreenGeometry(state, page: page(of: state), size: state.size)?.isTabbed ?? true
  }

  /// To the next page or the one before, round the end.
  func turnPage(by step: Int, _ state: inout ScreenState) {
    guard pages.count > 1, let now = pages.firstIndex(where: { $0.id == state.page }) else {
      state.message = .refused("there is one page only")
      return
    }
    turn(to: pages[(now + step + pages.count) % pages.count].id, &state)
  }

  /// To a page, at the panel that had the keys when it was left.
  func turn(to page: PageID, _ state: inout ScreenState) {
    guard pages.contains(where: { $0.id == page }) else { return }
    state.page = page
    guard state.focuses[page] == nil else { return }
    state.focus = shownPanels(state).first ?? self.page(of: state).panels[0]
  }

  /// What a panel's name on the command line does: on its page the same as its number, from elsewhere it turns there.
  func call(_ panel: PanelID, _ state: inout ScreenState) {
    guard let page = pages.first(where: { $0.panels.contains(panel) }) else { return }
    guard page.id != state.page else { return toggle(panel, &state) }
    turn(to: page.id, &state)
    state.hiddenPanels.remove(panel)
    state.focus = panel
  }
}
