import HedgeStore
import TerminalCells

extension Screen {
  /// Keys on the panels.
  func performPanels(
    _ command: KeyCommand, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    if command.concernsStrategy { chooseSelectedStrategy(&state, snapshot) }
    if moveSelection(command, &state, state.shown(snapshot)) { return [] }
    if arrange(command, &state) { return [] }
    if open(command, &state, snapshot) { return [] }
    if let asked = performPortfolios(command, &state) { return asked }
    return ask(command, &state, snapshot)
  }

  /// Keys that change how the panels are arranged.
  private func arrange(_ command: KeyCommand, _ state: inout ScreenState) -> Bool {
    switch command {
    case .back: goBack(&state)
    case .nextPanel: turnFocus(by: 1, &state)
    case .previousPanel: turnFocus(by: -1, &state)
    case .nextPage: turnPage(by: 1, &state)
    case .previousPage: turnPage(by: -1, &state)
    case .togglePanel(let number): toggle(number: number, &state)
    case .expand: state.isExpanded.toggle()
    case .sort: sort(&state)
    case .reverseSort: state[state.focus].sortDescending.toggle()
    case .shorterRange: turnRange(by: 1, &state)
    case .longerRange: turnRange(by: -1, &state)
    case .hideBalances: state.hidesBalances.toggle()
    default: return false
    }
    return true
  }

  /// Keys that put something on top of the panels.
  private func open(_ command: KeyCommand, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> Bool {
    switch command {
    case .help: state.overlays.append(.help(scroll: 0))
    case .log: state.overlays.append(.log(scroll: 0))
    case .filter:
      let filter = state[state.focus].filter
      state.overlays.append(.filter(state.focus, LineEditor(filter), before: filter))
    case .commandLine: state.overlays.append(.command(LineEditor()))
    case .open where openStrategy(&state, snapshot): break
    case .open, .details:
      if let subject = subject(state, state.shown(snapshot)) {
        state.overlays.append(.details(subject, scroll: 0))
      }
    case .freeze: freeze(&state, snapshot)
    default: return false
    }
    return true
  }

  /// What the selected row of the focused panel stands for.
  func subject(_ state: ScreenState, _ snapshot: HedgeSnapshot?) -> DetailSubject? {
    guard let snapshot else { return nil }
    let context = context(
      for: state.focus, state, snapshot, theme: .monochrome(name: ""), glyphs: .unicode)
    return panels[state.focus]?.subject(snapshot, context)
  }

  /// Back, step by step: the filter first, then the panel shown alone, then the frozen display.
  private func goBack(_ state: inout ScreenState) {
    if !state[state.focus].filter.isEmpty {
      setFilter("", state.focus, &state)
    } else if state.isExpanded {
      state.isExpanded = false
    } else {
      state.frozen = nil
    }
  }

  private func turnFocus(by step: Int, _ state: inout ScreenState) {
    let choices = isSingle(state) ? page(of: state).panels : shownPanels(state)
    guard let now = choices.firstIndex(of: state.focus) else {
      state.focus = choices.first ?? state.focus
      return
    }
    state.focus = choices[(now + step + choices.count) % choices.count]
  }

  private func toggle(number: Int, _ state: inout ScreenState) {
    let page = page(of: state)
    guard page.panels.indices.contains(number - 1) else {
      state.message = .refused("page \(page.id.title) has no panel \(number)")
      return
    }
    toggle(page.panels[number - 1], &state)
  }

  /// Shows or hides a panel of the page; where one panel is shown at a time, turns to it.
  func toggle(_ panel: PanelID, _ state: inout ScreenState) {
    let shown = shownPanels(state)
    if isSingle(state) || state.hiddenPanels.contains(panel) {
      state.hiddenPanels.remove(panel)
      state.focus = panel
    } else if shown.count > 1 {
      state.hiddenPanels.insert(panel)
      if state.focus == panel, let place = shown.firstIndex(of: panel) {
        state.focus = place + 1 < shown.count ? shown[place + 1] : shown[0]
      }
    } else {
      state.message = .refused("the last panel stays")
    }
  }

  private func sort(_ state: inout ScreenState) {
    let count = panels[state.focus]?.sortColumns.count ?? 0
    guard count > 0 else {
      state.message = .refused("\(state.focus.title) has nothing to sort")
      return
    }
    let next = state[state.focus].sortColumn.map { $0 + 1 } ?? 0
    state[state.focus].sortColumn = next < count ? next : nil
  }

  private func turnRange(by step: Int, _ state: inout ScreenState) {
    guard state.page != .history else {
      state.historyRange = state.historyRange.longer(by: -step)
      state.message = .done("charts: \(state.historyRange.words)")
      return
    }
    state.chartRange = min(max(0, state.chartRange + step), ChartRange.all.count - 1)
    state.message = .done("charts show \(ChartRange.at(state.chartRange).words)")
  }

  private func freeze(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) {
    state.frozen = state.frozen == nil ? snapshot : nil
    if snapshot == nil { state.message = .refused("there is nothing to hold yet") }
  }

  /// Sets a panel's filter and goes to its first row.
  func setFilter(_ text: String, _ panel: PanelID, _ state: inout ScreenState) {
    state[panel].filter = text
    state[panel].selectedRow = 0
    state[panel].scroll = 0
  }
}
