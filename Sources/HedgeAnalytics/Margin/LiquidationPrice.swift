import HedgeModel

/// The price of one future at which its position is liquidated while everything else stands still.
///
/// Linear: LP = [WB − TMM + UPNL + cum − s·Q·EP] / [Q·(r − s)]; inverse: LP = A·(r + s) / [WB − TMM + UPNL + cum +
/// s·A/EP], where WB is the wallet (of an isolated position its margin) and TMM and UPNL are the maintenance margin
/// and profit of the *other* positions behind the same collateral. Solved once per bracket; a solution counts only
/// when the notional at it lies in that bracket.
public enum LiquidationPrice {
  /// How a venue counts the margin it liquidates at.
  public struct Requirement: Hashable, Sendable {
    /// Equity must stay above this multiple of the maintenance margin: 1.05 in Binance portfolio margin, else 1.
    public let multiple: Double
    /// Liquidation fee, a fraction of the notional, that comes on top (OKX); else 0.
    public let feeRate: Double

    /// A requirement; see the properties.
    public init(multiple: Double = 1, feeRate: Double = 0) {
      self.multiple = multiple
      self.feeRate = feeRate
    }
  }

  /// The liquidation price of `position`; nil when no positive price liquidates it.
  ///
  /// - Parameter available: WB − TMM + UPNL: everything behind the position but itself, in its settlement asset.
  public static func solve(
    _ position: MarginPosition, available: Double, requirement: Requirement = Requirement()
  ) -> Double? {
    guard position.size != 0 else { return nil }
    switch position.convention {
    case .linear:
      let line = EquityLine(
        available: available, side: position.size < 0 ? -1 : 1, size: abs(position.size),
        entry: position.entryPrice, current: position.markPrice)
      return line.liquidation(position.tiers, coins: abs(position.size), requirement)
    case .inverse:
      // In u = 1/price an inverse position is a linear one of the other side.
      let line = EquityLine(
        available: available, side: position.size < 0 ? 1 : -1, size: abs(position.size),
        entry: 1 / position.entryPrice, current: 1 / position.markPrice)
      return line.liquidation(position.tiers, coins: nil, requirement).map { 1 / $0 }
    }
  }

  /// Liquidation price of an isolated linear position on Bybit, where the maintenance margin is counted on the entry
  /// value: EP − s·(margin − MM)/Q. Nil when not positive.
  public static func bybitIsolated(_ position: MarginPosition, margin: Double) -> Double? {
    guard position.size != 0 else { return nil }
    let price =
      position.entryPrice - (margin - position.maintenanceMargin(at: position.entryPrice)) / position.size
    return price > 0 ? price : nil
  }
}
