import HedgeAnalytics
import HedgeStore

extension Screen {
  /// Shows the strategy of the selected row on the page of the hedge.
  ///
  /// - Returns: whether the selected row is a strategy.
  func openStrategy(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> Bool {
    guard let (index, name) = selectedStrategy(state, snapshot) else { return false }
    show(strategy: index, &state)
    turn(to: .hedge, &state)
    state.message = .done("\(name) is shown; p goes back to Book")
    return true
  }

  /// Turns to the strategy of the selected row: what is decided where strategies are rows concerns the row.
  func chooseSelectedStrategy(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) {
    guard let (index, _) = selectedStrategy(state, snapshot) else { return }
    state.strategy = index
  }

  private func selectedStrategy(_ state: ScreenState, _ snapshot: HedgeSnapshot?) -> (index: Int, name: String)? {
    let shown = state.shown(snapshot)
    guard case .row(.strategies, let name)? = subject(state, shown),
      let index = shown?.figures.strategies.firstIndex(where: { $0.name == name })
    else { return nil }
    return (index, name)
  }
}

extension KeyCommand {
  /// Whether it concerns one strategy.
  var concernsStrategy: Bool {
    switch self {
    case .hedgeRatio, .recordFill, .undo, .markReviewed: true
    default: false
    }
  }
}
