/// How the cost of funding is measured.
public enum FundingCostMeasure: String, Hashable, Sendable, CaseIterable {
  /// Cash paid a day, in the portfolio's currency.
  case day
  /// A fraction of the legs' gross notional paid a year.
  case year
}
