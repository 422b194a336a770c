/// What a profit is counted from.
public enum AttributionPeriod: String, Hashable, Sendable, CaseIterable {
  /// From the opening of each position, or the first price known of it.
  case start
  /// From 00:00 UTC.
  case today
  /// From the last rebalance, whose costs are counted in.
  case rebalance
}
