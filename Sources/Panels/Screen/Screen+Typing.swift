import HedgeAnalytics
import HedgeModel
import HedgeStore

extension Screen {
  /// Keys on a line being typed, besides the text itself.
  func performTyping(
    _ command: KeyCommand, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    guard let top = state.overlays.popLast() else { return [] }
    switch (top, command) {
    case (.filter(let panel, _, let before), .back): setFilter(before, panel, &state)
    case (.filter, .accept), (.command, .back): break
    case (.filter(let panel, var editor, let before), .rubOut),
      (.filter(let panel, var editor, let before), .rubOutAll):
      rub(command, &editor)
      setFilter(editor.text, panel, &state)
      state.overlays.append(.filter(panel, editor, before: before))
    case (.command(let editor), .accept): return run(editor.text, &state, snapshot)
    case (.command(var editor), .rubOut), (.command(var editor), .rubOutAll):
      // Rubbing out an empty line leaves it, as it does in other programs with a colon.
      if editor.text.isEmpty { break }
      rub(command, &editor)
      state.overlays.append(.command(editor))
    default: state.overlays.append(top)
    }
    return []
  }

  private func rub(_ command: KeyCommand, _ editor: inout LineEditor) {
    if command == .rubOutAll { editor.clear() } else { editor.rubOut() }
  }

  /// Does what a typed command says.
  private func run(_ text: String, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    guard !text.allSatisfy(\.isWhitespace) else { return [] }
    switch TypedCommand(text, keys: keys, panels: pages.flatMap(\.panels)) {
    case .command(let command): return perform(command, &state, snapshot)
    case .panel(let panel):
      call(panel, &state)
      return []
    case .argument(let name, let argument): return run(name, argument, &state, snapshot)
    case .fault(let reason):
      state.message = .refused(reason)
      return []
    }
  }

  private func run(
    _ name: TypedCommand.Name, _ argument: String, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    switch name {
    case .filter: setFilter(argument, state.focus, &state)
    case .theme:
      guard let theme = named(argument, state.themeNames, "theme", &state) else { return [] }
      return setTheme(theme, &state)
    case .sort:
      let names = panels[state.focus]?.sortColumns ?? []
      if let name = named(argument, names, "column", &state) {
        state[state.focus].sortColumn = names.firstIndex(of: name)
      }
    case .strategy:
      let names = state.shown(snapshot)?.figures.strategies.map(\.name) ?? []
      if let name = named(argument, names, "strategy", &state), let index = names.firstIndex(of: name) {
        show(strategy: index, &state)
      }
    case .page:
      let titles = pages.map(\.id.title)
      if let title = named(argument, titles, "page", &state), let index = titles.firstIndex(of: title) {
        turn(to: pages[index].id, &state)
      }
    case .interval:
      guard let milliseconds = Int(argument) else {
        state.message = .refused("\"\(argument)\" is no number of milliseconds")
        return []
      }
      return setInterval(milliseconds, &state)
    case .hedge:
      guard let value = DecimalEntry.parse(argument) else {
        state.message = .refused("\"\(argument)\" is not a number")
        return []
      }
      chooseSelectedStrategy(&state, snapshot)
      return openRatio(value, &state, snapshot)
    case .portfolio: return showPortfolio(named: argument, &state)
    case .export: return export(argument, &state, snapshot)
    case .snooze:
      guard let time = SnoozeText.duration(argument) else {
        state.message = .refused("\"\(argument)\" is no time; write 30m, 4h or 2d")
        return []
      }
      return snooze(for: time, &state, snapshot)
    }
    return []
  }

  /// The one name that begins with what was typed; a message when there is none.
  func named(_ typed: String, _ names: [String], _ what: String, _ state: inout ScreenState) -> String? {
    let wanted = typed.lowercased()
    if let name = names.first(where: { $0.lowercased() == wanted })
      ?? names.first(where: { $0.lowercased().hasPrefix(wanted) })
    {
      return name
    }
    state.message = .refused("no \(what) \"\(typed)\": there are \(names.joined(separator: ", "))")
    return nil
  }
}
