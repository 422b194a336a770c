import FoundationEssentials
import HedgeModel

extension Decision {
  /// The decision in one line, as the log and the undo question show it.
  public var words: String {
    switch change {
    case .hedgeRatio(let old, let new): "\(strategy): hedge ratio \(old) → \(new)"
    case .netBeta(let old, let new): "\(strategy): target net beta \(old) → \(new)"
    case .fill(let fill):
      "\(strategy): \(fill.contracts < 0 ? "sold" : "bought") \(abs(fill.contracts)) \(fill.leg.instrument.symbol)"
        + " at \(fill.price), position \(fill.oldContracts) → \(fill.newContracts)"
    case .review: "\(strategy): reviewed"
    case .acknowledgement(let alert): "acknowledged \(alert)"
    case .snooze(let alert, let until): "snoozed \(alert) until \(until.iso8601)"
    case .undo(let id): "\(strategy): took back decision \(id)"
    }
  }
}
