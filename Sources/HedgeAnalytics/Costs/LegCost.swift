import HedgeModel

/// What trading one leg costs. Cash is in the portfolio's currency, positive.
public struct LegCost: Hashable, Sendable {
  /// The leg.
  public let leg: LegID
  /// |notional| of the trade.
  public let notional: Double
  /// Taker fee.
  public let fee: Double
  /// What the book would give, stale when the book is; unknown where the feed gives no depth.
  public let fill: Reading<BookFill>
  /// |notional| times what the average price is worse than the mid; unknown without depth, with
  /// stale depth, or with too little of it.
  public let slippage: Reading<Double>

  /// A cost; see the properties.
  public init(leg: LegID, notional: Double, fee: Double, fill: Reading<BookFill>, slippage: Reading<Double>) {
    self.leg = leg
    self.notional = notional
    self.fee = fee
    self.fill = fill
    self.slippage = slippage
  }
}
