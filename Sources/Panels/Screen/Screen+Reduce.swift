import HedgeStore
import TerminalCells

extension Screen {
  /// What an input makes of the state, and what it asks of the screen's owner. Pure: the same arguments, the same
  /// result.
  ///
  /// - Parameters:
  ///   - state: changed in place.
  ///   - input: what the terminal told.
  ///   - snapshot: the newest snapshot; nil before the first.
  /// - Returns: commands in the order they are to be carried out. Those that keep something (a ratio, a fill, an
  ///   undo) come only from a question the user has answered with the button that is not the default.
  public func reduce(
    _ state: inout ScreenState, _ input: InputEvent, snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    switch input {
    case .key(let key):
      state.message = nil
      return press(key, &state, snapshot)
    case .mouse(let event): return mouse(event, &state, snapshot)
    case .paste(let text):
      return type(text, &state, snapshot)
    case .resize(let size):
      state.size = size
      keepSelectionVisible(state.focus, &state, state.shown(snapshot))
      return [.redraw]
    case .suspend: return [.suspend]
    case .resumed: return [.redraw]
    case .hangUp, .terminate: return [.quit]
    }
  }

  private func press(_ key: KeyPress, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    let context = state.keyContext
    if let binding = keys.binding(for: key, in: context) {
      return perform(binding.command, &state, snapshot)
    }
    if context.takesText, case .character(let character) = key.key, key.modifiers.isEmpty {
      return type(String(character), &state, snapshot)
    }
    return []
  }

  /// Does what a key, a click or a typed command asks.
  func perform(
    _ command: KeyCommand, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    switch command {
    case .quit: return [.quit]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    default: break
    }
    switch state.overlays.last {
    case .ratio(let dialog): return performRatio(command, dialog, &state, snapshot)
    case .fill(let dialog): return performFill(command, dialog, &state, snapshot)
    case .question(let question): return answer(command, question, &state, snapshot)
    case .filter, .command: return performTyping(command, &state, snapshot)
    case .help, .log, .details: return performReading(command, &state, snapshot)
    case .portfolios(let selected): return performOverview(command, selected: selected, &state)
    case nil: return performPanels(command, &state, snapshot)
    }
  }

  /// Puts typed or pasted text where it is being typed; elsewhere it is dropped, so that a paste is never taken for
  /// keys.
  private func type(_ text: String, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    guard let top = state.overlays.popLast() else { return [] }
    switch top {
    case .filter(let panel, var editor, let before):
      editor.insert(text)
      setFilter(editor.text, panel, &state)
      state.overlays.append(.filter(panel, editor, before: before))
    case .command(var editor):
      editor.insert(text)
      state.overlays.append(.command(editor))
    case .fill(var dialog):
      dialog.type(text)
      state.overlays.append(.fill(dialog))
    case .ratio(var dialog):
      let outcome = dialog.type(text)
      state.overlays.append(.ratio(dialog))
      return outcome == .changed ? [.previewHedgeRatio(strategy: dialog.strategy, ratio: dialog.ratio)] : []
    default: state.overlays.append(top)
    }
    return []
  }
}
