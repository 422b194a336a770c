import FoundationEssentials
import HedgeModel

/// A coin that a transition sells or buys.
public struct TransitionCoin: Hashable, Sendable {
  /// Its spot market: lot step and minimums.
  public let spot: Instrument
  /// Coins held before the first step, exact.
  public let quantity: Decimal
  /// Price of a coin, in the portfolio's currency.
  public let price: Double
  /// Beta to the benchmark.
  public let beta: Double
  /// Fee of a spot trade as a fraction of its value; nil when not stated.
  public let feeRate: Double?

  /// A coin; see the properties.
  public init(spot: Instrument, quantity: Decimal, price: Double, beta: Double, feeRate: Double? = nil) {
    self.spot = spot
    self.quantity = quantity
    self.price = price
    self.beta = beta
    self.feeRate = feeRate
  }

  /// An order for so many coins; nil for none.
  func order(_ coins: Decimal) -> TicketOrder? {
    coins == 0
      ? nil : TicketOrder(instrument: spot, size: .counted(coins), price: price, beta: beta, feeRate: feeRate)
  }
}
