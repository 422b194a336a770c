import FoundationEssentials
import HedgeModel

/// A trade that would bring a strategy back to its target. The program suggests; it never sends an order.
public struct TradeSuggestion: Hashable, Sendable {
  /// The leg to trade.
  public let leg: LegID
  /// Signed contracts before rounding; an estimate.
  public let exactContracts: Double
  /// Signed contracts to trade, on the lot step: negative sells.
  public let contracts: Decimal
  /// Price assumed: the mark.
  public let price: Double
  /// Signed notional of the trade, in the portfolio's currency.
  public let notional: Double
  /// Taker fee, in the portfolio's currency, positive.
  public let fee: Double
  /// Net beta that rounding leaves: (n − n*)·m·F·β / V.
  public let residualBeta: Double
  /// What the user must know before trading it.
  public let warnings: [Warning]

  /// What the user must know before trading.
  public enum Warning: Hashable, Sendable {
    /// Rounding to this lot leaves no quantity inside the band: 0.5·lot·m·F·β/V > band.
    case bandInfeasible(lotBeta: Double)
    /// The rounded quantity is below the venue's minimum, so nothing can be traded.
    case belowMinimumQuantity(Decimal)
    /// The rounded value is below the venue's minimum, so nothing can be traded.
    case belowMinimumNotional(Decimal)
  }

  /// A suggestion; see the properties.
  public init(
    leg: LegID, exactContracts: Double, contracts: Decimal, price: Double, notional: Double, fee: Double,
    residualBeta: Double, warnings: [Warning]
  ) {
    self.leg = leg
    self.exactContracts = exactContracts
    self.contracts = contracts
    self.price = price
    self.notional = notional
    self.fee = fee
    self.residualBeta = residualBeta
    self.warnings = warnings
  }
}
