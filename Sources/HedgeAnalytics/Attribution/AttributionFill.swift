import FoundationEssentials
import HedgeModel

/// A trade in one position, all amounts exact.
///
/// Coins moved in or out from outside are a fill at the price of the moment with a fee of zero.
public struct AttributionFill: Hashable, Sendable {
  /// What was traded.
  public let position: AttributedPosition.ID
  /// Signed contracts, or coins: negative sold.
  public let contracts: Decimal
  /// Price of the trade, in the quote currency.
  public let price: Decimal
  /// Mid of the book at the trade, in the quote currency; nil when not known: then slippage is unknown.
  public let mid: Decimal?
  /// Fee paid, in the portfolio's currency, negative when a rebate; nil when not known.
  public let fee: Decimal?

  /// A fill; see the properties.
  public init(
    of position: AttributedPosition.ID, contracts: Decimal, price: Decimal, mid: Decimal?, fee: Decimal?
  ) {
    self.position = position
    self.contracts = contracts
    self.price = price
    self.mid = mid
    self.fee = fee
  }
}
