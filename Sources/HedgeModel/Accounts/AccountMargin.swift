/// The margin of an account as its venue computes it; nil where it does not tell.
public struct AccountMargin: Hashable, Sendable {
  /// Equity with unrealised profit, in the account's own unit.
  public let equity: Double?
  /// Maintenance margin of all cross positions, in the same unit.
  public let maintenanceMargin: Double?
  /// The ratio as the venue shows it, a fraction: which way is dangerous depends on the venue.
  public let ratio: Double?
  /// The currency both amounts are in: `USD`, `USDT`, `BTC`.
  public let unit: String?

  /// A margin; see the properties.
  public init(
    equity: Double? = nil, maintenanceMargin: Double? = nil, ratio: Double? = nil, unit: String? = nil
  ) {
    self.equity = equity
    self.maintenanceMargin = maintenanceMargin
    self.ratio = ratio
    self.unit = unit
  }
}
