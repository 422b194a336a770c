/// What has made a strategy due for another look since its last review.
public enum ReviewTrigger: String, Hashable, Sendable, CaseIterable {
  /// Time has passed.
  case interval
  /// The benchmark has moved.
  case benchmarkMove = "benchmark-move"
  /// The spot value has changed.
  case spotValueChange = "spot-value-change"
  /// A coin's beta is no longer what it was.
  case betaChange = "beta-change"
  /// The market moves another way than it did.
  case regimeChange = "regime-change"
}
