import FoundationEssentials
import HedgeModel

/// How far a transition has come.
public struct TransitionPosition: Hashable, Sendable {
  /// Coins sold so far, exact.
  public var sold: Decimal
  /// Coins bought so far, exact.
  public var bought: Decimal
  /// Proceeds that no coin was bought for yet, in the portfolio's currency.
  public var unspent: Double
  /// Signed contracts held now, by future, exact.
  public var contracts: [TradeTicket.LineID: Decimal]

  /// A position; see the properties.
  public init(
    sold: Decimal = 0, bought: Decimal = 0, unspent: Double = 0, contracts: [TradeTicket.LineID: Decimal]
  ) {
    self.sold = sold
    self.bought = bought
    self.unspent = unspent
    self.contracts = contracts
  }

  /// The position before the first step.
  public init(startOf request: TransitionRequest) {
    self.init(contracts: Dictionary(request.hedges.map { ($0.id, $0.contracts) }) { first, _ in first })
  }
}
