import Alerting
import HedgeModel

extension State {
  /// Considers a request where decisions can be kept here.
  ///
  /// - Parameter command: the command it was made in; nil for that of the journal's.
  mutating func decide(_ request: DecisionRequest, by command: String?) -> [Effect] {
    if let penLock {
      log.add(.notice, .warning, "refused, \(penLock)", at: now)
      return []
    }
    return consider(request).map { effect in
      guard case .record(let decision) = effect else { return effect }
      return .record(
        Decision(
          id: decision.id, at: decision.at, strategy: decision.strategy, change: decision.change,
          command: decision.command ?? command))
    }
  }

  /// Who else has the pen, so that nothing can be decided here; nil when nobody has.
  var penLock: String? {
    guard case .watches(let holder) = journalStanding else { return nil }
    return "\(holder) has the pen: decide there"
  }
}
