import FoundationEssentials
import HedgeModel

/// What the user wants to decide, confirmed but not yet kept.
public enum DecisionRequest: Hashable, Sendable {
  /// Another hedge ratio, or another net beta where the strategy aims at one.
  case hedgeRatio(strategy: String, Decimal)
  /// A trade made on the venue: signed contracts at a price.
  case fill(LegID, contracts: Decimal, price: Decimal)
  /// Take the strategy's last ratio change or fill back; refused when `decision` is no longer that one. Nil stands for
  /// whichever it is.
  case undo(strategy: String, decision: Int64? = nil)
  /// The strategy has been looked at.
  case review(strategy: String)
  /// Alerts have been seen.
  case acknowledge(alerts: [String])
  /// Alerts are not to be told of for a time, unless they get worse.
  case snooze(alerts: [String], for: Duration)
}
