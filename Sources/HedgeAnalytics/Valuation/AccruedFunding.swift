import HedgeModel

/// Funding a leg has received (positive) or paid (negative), in the portfolio's currency.
public struct AccruedFunding: Hashable, Sendable {
  /// The sum over the stamps in (since, now].
  public var amount: Reading<Double>
  /// The instant it counts from.
  public var since: Timestamp

  /// Accrued funding; see the properties.
  public init(amount: Reading<Double>, since: Timestamp) {
    self.amount = amount
    self.since = since
  }
}
