import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

extension Screen {
  /// Keys that ask something of the screen's owner, or open a dialog that will.
  func ask(_ command: KeyCommand, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    switch command {
    case .forceRefresh: return [.forceRefresh]
    case .reload: return [.reloadConfiguration]
    case .slower: return setInterval(state.refreshInterval + 100, &state)
    case .faster: return setInterval(state.refreshInterval - 100, &state)
    case .copy: return copy(&state, snapshot)
    case .nextTheme: return nextTheme(&state)
    case .nextStrategy:
      nextStrategy(&state, snapshot)
      return []
    case .acknowledge: return acknowledge(&state, snapshot)
    case .snooze: return snooze(for: .hours(1), &state, snapshot)
    case .markReviewed: return markReviewed(&state, snapshot)
    case .hedgeRatio: return openRatio(nil, &state, snapshot)
    case .recordFill: return openFill(&state, snapshot)
    case .undo: return askUndo(&state, snapshot)
    default: return []
    }
  }

  private func markReviewed(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    guard let name = strategyName(state, snapshot) else {
      state.message = .refused("there is nothing to review yet")
      return []
    }
    state.message = .done("\(name) reviewed: drift is explained from here on")
    return [.markReviewed(strategy: name)]
  }

  /// The name of the strategy shown.
  func strategyName(_ state: ScreenState, _ snapshot: HedgeSnapshot?) -> String? {
    guard let snapshot = state.shown(snapshot), !snapshot.figures.strategies.isEmpty else { return nil }
    return snapshot.figures.strategies[Screen.strategyIndex(state, snapshot)].name
  }

  /// The intervals allowed, in milliseconds.
  static let intervals = 100...60_000

  func setInterval(_ milliseconds: Int, _ state: inout ScreenState) -> [ScreenCommand] {
    let wanted = min(max(milliseconds, Screen.intervals.lowerBound), Screen.intervals.upperBound)
    guard wanted != state.refreshInterval else {
      state.message = .refused("the interval stays at \(wanted) ms")
      return []
    }
    state.refreshInterval = wanted
    state.message = .done("refreshes every \(wanted) ms")
    return [.setInterval(milliseconds: wanted)]
  }

  private func copy(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    if let text = panelText(state, state.shown(snapshot)) {
      state.message = .done("\(state.focus.title) copied")
      return [.copy(text)]
    }
    guard let subject = subject(state, state.shown(snapshot)) else { return [] }
    return [.copy(detailsText(subject, state, snapshot))]
  }

  /// What the focused panel itself has to be copied.
  private func panelText(_ state: ScreenState, _ snapshot: HedgeSnapshot?) -> String? {
    guard let snapshot else { return nil }
    let context = context(for: state.focus, state, snapshot, theme: .monochrome(name: ""), glyphs: .unicode)
    return panels[state.focus]?.copyText(snapshot, context)
  }

  /// The details of a thing as text.
  func detailsText(_ subject: DetailSubject, _ state: ScreenState, _ snapshot: HedgeSnapshot?) -> String {
    let context = DrawingContext(
      state: state, snapshot: state.shown(snapshot), live: snapshot, theme: .monochrome(name: ""), glyphs: .unicode)
    return DetailsView(context: context, subject: subject, panels: panels).text
  }

  private func nextTheme(_ state: inout ScreenState) -> [ScreenCommand] {
    guard !state.themeNames.isEmpty else { return [] }
    let now = state.themeNames.firstIndex(of: state.themeName) ?? -1
    return setTheme(state.themeNames[(now + 1) % state.themeNames.count], &state)
  }

  func setTheme(_ name: String, _ state: inout ScreenState) -> [ScreenCommand] {
    state.themeName = name
    state.message = .done("theme \(name)")
    return [.setTheme(name)]
  }

  private func nextStrategy(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) {
    guard let snapshot = state.shown(snapshot) else { return }
    let count = snapshot.figures.strategies.count
    guard count > 1 else {
      state.message = .refused("there is one strategy only")
      return
    }
    show(strategy: (Screen.strategyIndex(state, snapshot) + 1) % count, &state)
  }

  /// Turns to a strategy, at its first rows.
  func show(strategy index: Int, _ state: inout ScreenState) {
    state.strategy = index
    for panel in PanelID.allCases where panel != .strategies {
      state[panel].selectedRow = 0
      state[panel].scroll = 0
    }
  }

  /// Acknowledges what the user can see: of a held display that is what it shows.
  func acknowledge(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    let open = state.shown(snapshot)?.unacknowledgedAlerts ?? []
    guard !open.isEmpty else {
      state.message = .refused("no alert to acknowledge")
      return []
    }
    return [.acknowledgeAlerts(open.map(\.id))]
  }

  /// Has what the user can see be quiet for a time.
  func snooze(for time: Duration, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    let open = state.shown(snapshot)?.unacknowledgedAlerts ?? []
    guard !open.isEmpty else {
      state.message = .refused("no alert to snooze")
      return []
    }
    return [.snoozeAlerts(open.map(\.id), for: time)]
  }
}
