import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore

extension Screen {
  /// Opens the dialog that records a trade, with the suggestion of the selected leg when it has one.
  func openFill(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    guard let (strategy, snapshot) = decidable(&state, snapshot) else { return [] }
    var preferred: LegID?
    if case .leg(let id) = subject(state, snapshot) { preferred = id }
    let ofTicket = state.focus == .ticket ? ticketDialog(state, snapshot) : nil
    guard let dialog = ofTicket ?? FillDialog(strategy, preferred: preferred) else {
      let reason = strategy.suggestionsUnavailable.map { "no trade is suggested: \($0.detail)" }
      state.message = .refused(reason ?? "no trade is suggested")
      return []
    }
    state.overlays.append(.fill(dialog))
    return []
  }

  func performFill(
    _ command: KeyCommand, _ dialog: FillDialog, _ state: inout ScreenState, _ snapshot: HedgeSnapshot?
  ) -> [ScreenCommand] {
    var dialog = dialog
    let outcome = dialog.reduce(command)
    state.overlays[state.overlays.count - 1] = .fill(dialog)
    switch outcome {
    case .closes: state.overlays.removeLast()
    case .asks:
      if let trade = dialog.trade {
        let leg = dialog.choice.leg
        let word = trade.contracts < 0 ? "sold" : "bought"
        let question = ConfirmationQuestion(
          title: "Record this trade?",
          lines: ["\(leg.instrument) in \(leg.account):", "\(word) \(trade.contracts.magnitude) at \(trade.price)"],
          action: "Record", command: .recordFill(leg, contracts: trade.contracts, price: trade.price))
        state.overlays.append(.question(question))
      }
    case .stays, .changed: break
    }
    return []
  }

  /// Asks whether to take the last decision back, naming what was and what would be.
  func askUndo(_ state: inout ScreenState, _ snapshot: HedgeSnapshot?) -> [ScreenCommand] {
    guard state.frozen == nil else {
      state.message = .refused("the display is frozen: press f to go on, then decide")
      return []
    }
    guard let name = strategyName(state, snapshot), let decision = snapshot?.undoable[name] else {
      state.message = .refused("there is no decision to take back")
      return []
    }
    let question = ConfirmationQuestion(
      title: "Undo the last decision?",
      lines: ["\(name), \(ClockText.dayAndTime(decision.at)):"] + Screen.words(decision.change), action: "Undo",
      command: .undo(strategy: name, decision: decision.id))
    state.overlays.append(.question(question))
    return []
  }

  /// What taking a decision back does, old → new read backwards.
  private static func words(_ change: Decision.Change) -> [String] {
    switch change {
    case .hedgeRatio(let old, let new): ["H goes back from \(new) to \(old)"]
    case .netBeta(let old, let new): ["the target net beta goes back from \(new) to \(old)"]
    case .fill(let fill):
      [
        "the record of \(fill.contracts) \(fill.leg.instrument) at \(fill.price)",
        "contracts go back from \(fill.newContracts) to \(fill.oldContracts)",
      ]
    case .review: ["the review"]
    case .acknowledgement(let alert): ["the acknowledgement of \(alert)"]
    case .snooze(let alert, _): ["the snooze of \(alert)"]
    case .undo(let id): ["the undoing of decision \(id): it holds again"]
    }
  }
}
