import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

extension Screen {
  /// Opens the hedge-ratio dialog; refused, saying why, while nothing may be decided.
  func openRatio(
    _ start: Decimal?, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    guard let (strategy, _) = decidable(&state, snapshot) else { return [] }
    let range = HedgeRatioDialog.range(of: strategy.policy.aim)
    if let start, !range.contains(start) {
      state.message = .refused(
        "\(start) is no \(strategy.policy.aim.words) from \(range.lowerBound) to \(range.upperBound)")
      return []
    }
    let dialog = HedgeRatioDialog(
      strategy: strategy.name, aim: strategy.policy.aim, start: start)
    state.overlays.append(.ratio(dialog))
    return [.previewHedgeRatio(strategy: dialog.strategy, ratio: dialog.ratio)]
  }

  func performRatio(
    _ command: KeyCommand, _ dialog: HedgeRatioDialog, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    var dialog = dialog
    let outcome = dialog.reduce(command)
    state.overlays[state.overlays.count - 1] = .ratio(dialog)
    switch outcome {
    case .stays: return []
    case .changed: return [.previewHedgeRatio(strategy: dialog.strategy, ratio: dialog.ratio)]
    case .closes:
      state.overlays.removeLast()
      return [.previewHedgeRatio(strategy: dialog.strategy, ratio: nil)]
    case .asks:
      askRatio(dialog, &state, snapshot)
      return []
    }
  }

  /// Asks whether to set the ratio being tried. Only what the user has seen the effect of may be set.
  private func askRatio(_ dialog: HedgeRatioDialog, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?) {
    guard let snapshot, !isLocked(dialog.strategy, &state, snapshot) else { return }
    switch dialog.preview(in: snapshot) {
    case .computing: state.message = .refused("its effect is still being computed")
    case .unavailable(let reason): state.message = .refused("not set: \(reason)")
    case .ready where dialog.ratio == dialog.current:
      state.message = .refused("\(dialog.symbol) is \(dialog.current) already")
    case .ready:
      let trades = dialog.shownPreview(in: snapshot)?.trades.filter { $0.contracts != 0 }.count ?? 0
      let question = ConfirmationQuestion(
        title: "Set \(dialog.symbol) to \(dialog.ratio)?",
        lines: [
          "\(dialog.strategy): \(dialog.symbol) from \(dialog.current) to \(dialog.ratio).",
          "\(trades) \(trades == 1 ? "trade is" : "trades are") then suggested; none is sent.",
        ],
        action: "Set", command: .commitHedgeRatio(strategy: dialog.strategy, ratio: dialog.ratio))
      state.overlays.append(.question(question))
    }
  }

  /// A strategy that may be decided on now, with the snapshot; nil, with a message, when none may.
  func decidable(
    _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> (StrategyFigures, HedgeSnapshot)? {
    guard let snapshot, !snapshot.figures.strategies.isEmpty else {
      state.message = .refused("nothing to decide on yet")
      return nil
    }
    guard state.frozen == nil else {
      state.message = .refused("the display is frozen: press f to go on, then decide")
      return nil
    }
    let strategy = snapshot.figures.strategies[Screen.strategyIndex(state, snapshot)]
    return isLocked(strategy.name, &state, snapshot) ? nil : (strategy, snapshot)
  }

  private func isLocked(_ strategy: String, _ state: inout ScreenState, _ snapshot: HedgeSnapshot) -> Bool {
    guard let reason = snapshot.decisionLocks[strategy] else { return false }
    state.message = .refused("locked: \(reason)")
    return true
  }

  func answer(
    _ command: KeyCommand, _ question: ConfirmationQuestion, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    var question = question
    let answer = question.reduce(command)
    guard let answer else {
      state.overlays[state.overlays.count - 1] = .question(question)
      return []
    }
    state.overlays.removeLast()
    guard answer else { return [] }
    // The book may have gone stale while the question stood.
    if let strategy = question.command.lockingStrategy,
      snapshot.map({ isLocked(strategy, &state, $0) }) ?? true
    {
      return []
    }
    let hadTrial = state.overlays.contains { if case .ratio = $0 { true } else { false } }
    state.overlays = []
    guard hadTrial, case .commitHedgeRatio(let strategy, _) = question.command else { return [question.command] }
    return [question.command, .previewHedgeRatio(strategy: strategy, ratio: nil)]
  }
}

extension ScreenCommand {
  /// The strategy whose lock forbids it; nil when no lock does: an undo is always possible.
  fileprivate var lockingStrategy: String? {
    switch self {
    case .commitHedgeRatio(let strategy, _): strategy
    case .recordFill(let leg, _, _): leg.strategy
    default: nil
    }
  }
}
