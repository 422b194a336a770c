import Alerting
import HedgeAnalytics
import HedgeModel

/// A reason to look at a hedge again.
public enum DueReview: Hashable, Sendable {
  /// The stated time since the last review has passed.
  case interval(since: Timestamp)
  /// The benchmark has moved by this fraction since the last review.
  case benchmarkMove(Double)
  /// The spot value has changed by this fraction since the last review.
  case spotValueChange(Double)
  /// A coin's beta has moved by more standard errors than it may.
  case betaChange(BetaShift)
  /// The market moves another way than at the last review.
  case regimeChange(from: MarketRegime.Word, to: MarketRegime.Word)
}
