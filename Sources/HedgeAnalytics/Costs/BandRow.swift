/// What one band would have cost over a recorded history, and how closely it would have followed the perfect hedge.
public struct BandRow: Hashable, Sendable {
  /// Drift beyond which the hedge is traded.
  public let band: Double
  /// Trades after the first.
  public let rebalances: Int
  /// Value traded after the first trade.
  public let turnover: Double
  /// Fees of those trades, in the currency of the value.
  public let fees: Double
  /// Slippage of those trades, in the currency of the value.
  public let slippage: Double
  /// Fees and slippage as fractions of the basket's value when they were paid, a year.
  public let costPerYear: Double
  /// Mean square of the daily difference to the perfect hedge, × 365: about zero, for a drift that paid by luck was a
  /// risk all the same. Costs are not part of it.
  public let trackingVariance: Double
  /// γ/2 · tracking variance: what the variance is worth, as a fraction of the value a year.
  public let riskCost: Double

  /// Cost and worth of the variance together, a fraction of the value a year: the smaller the better.
  public var score: Double { costPerYear + riskCost }

  /// Deviation from the perfect hedge a year: √(tracking variance).
  public var trackingError: Double { trackingVariance.squareRoot() }

  /// Fees and slippage.
  public var cost: Double { fees + slippage }

  /// A row; see the properties.
  public init(
    band: Double, rebalances: Int, turnover: Double, fees: Double, slippage: Double, costPerYear: Double,
    trackingVariance: Double, riskCost: Double
  ) {
    self.band = band
    self.rebalances = rebalances
    self.turnover = turnover
    self.fees = fees
    self.slippage = slippage
    self.costPerYear = costPerYear
    self.trackingVariance = trackingVariance
    self.riskCost = riskCost
  }
}
