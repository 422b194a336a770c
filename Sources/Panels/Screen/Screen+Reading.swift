import HedgeModel
import HedgeStore

extension Screen {
  /// Keys on a text that lies on the panels.
  func performReading(
    _ command: KeyCommand, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    let extent = scrollExtent(state, snapshot)
    switch command {
    case .back: state.overlays.removeLast()
    case .up: scrollOverlay(by: -1, extent, &state)
    case .down: scrollOverlay(by: 1, extent, &state)
    case .pageUp: scrollOverlay(by: -extent.page, extent, &state)
    case .pageDown: scrollOverlay(by: extent.page, extent, &state)
    case .halfPageUp: scrollOverlay(by: -max(1, extent.page / 2), extent, &state)
    case .halfPageDown: scrollOverlay(by: max(1, extent.page / 2), extent, &state)
    case .top: scrollOverlay(by: -extent.lines, extent, &state)
    case .bottom: scrollOverlay(by: extent.lines, extent, &state)
    case .help: toggleHelp(&state)
    case .log: state.overlays.removeLast()
    case .acknowledge: return acknowledge(&state, snapshot)
    case .snooze: return snooze(for: .hours(1), &state, snapshot)
    case .copy:
      if case .details(let subject, _) = state.overlays.last {
        return [.copy(detailsText(subject, state, snapshot))]
      }
    default: break
    }
    return []
  }

  private func toggleHelp(_ state: inout ScreenState) {
    if case .help = state.overlays.last {
      state.overlays.removeLast()
    } else {
      state.overlays.append(.help(scroll: 0))
    }
  }

  /// Scrolls the text on top, as far as there is any.
  func scrollOverlay(by step: Int, _ extent: (lines: Int, page: Int), _ state: inout ScreenState) {
    func moved(_ scroll: Int) -> Int {
      ScrollText.clamped(
        ScrollText.clamped(scroll, lines: extent.lines, page: extent.page) + step, lines: extent.lines,
        page: extent.page)
    }
    switch state.overlays.popLast() {
    case .help(let scroll): state.overlays.append(.help(scroll: moved(scroll)))
    case .log(let scroll): state.overlays.append(.log(scroll: moved(scroll)))
    case .details(let subject, let scroll): state.overlays.append(.details(subject, scroll: moved(scroll)))
    case let other?: state.overlays.append(other)
    case nil: break
    }
  }
}
