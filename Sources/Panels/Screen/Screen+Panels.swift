import HedgeStore
import TerminalCells

extension Screen {
  /// Keys on the panels.
  func performPanels(
    _ command: KeyCommand, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    if moveSelection(command, &state, state.shown(snapshot)) { return [] }
    if arrange(command, &state) { return [] }
    if open(command, &state, snapshot) { return [] }
    return ask(command, &state, snapshot)
  }

  /// Keys that change how the panels are arranged.
  private func arrange(_ command: KeyCommand, _ state: inout ScreenState) -> Bool {
    switch command {
    case .back: goBack(&state)
    case .nextPanel: turnFocus(by: 1, &state)
    case .previousPanel: turnFocus(by: -1, &state)
    case .togglePanel(let panel): toggle(panel, &state)
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
    case .details:
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
    return panels.subject(of: state.focus, snapshot, context)
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
    let isTabbed = ScreenGeometry(state, size: state.size)?.isTabbed ?? true
    let choices = isTabbed || state.isExpanded ? PanelID.allCases : state.visiblePanels
    guard let now = choices.firstIndex(of: state.focus) else {
      state.focus = choices.first ?? state.focus
      return
    }
    state.focus = choices[(now + step + choices.count) % choices.count]
  }

  private func toggle(_ panel: PanelID, _ state: inout ScreenState) {
    if state.isExpanded || ScreenGeometry(state, size: state.size)?.isTabbed ?? false {
      state.focus = panel
    } else if state.hiddenPanels.remove(panel) != nil {
      state.focus = panel
    } else if state.visiblePanels.count > 1 {
      state.hiddenPanels.insert(panel)
      if state.focus == panel { state.focus = state.visiblePanels.first { $0 > panel } ?? state.visiblePanels[0] }
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

extension PanelID: Comparable {
  /// Orders by number.
  public static func < (left: PanelID, right: PanelID) -> Bool { left.rawValue < right.rawValue }
}
