import FoundationEssentials

/// Coins held outright; a negative quantity is borrowed and sold.
public struct Holding: Hashable, Sendable {
  /// The coin.
  public let asset: Asset
  /// The spot market its price is read from.
  public let instrument: InstrumentID
  /// Coins held, exact; negative when short.
  public let quantity: Decimal
  /// What the whole holding cost, in the portfolio's currency; nil when not stated.
  public let cost: Decimal?
  /// `quantity` for estimates, converted once.
  public let quantityValue: Double
  /// `cost` for estimates, converted once.
  public let costValue: Double?

  /// A holding; see the properties.
  public init(asset: Asset, instrument: InstrumentID, quantity: Decimal, cost: Decimal? = nil) {
    self.asset = asset
    self.instrument = instrument
    self.quantity = quantity
    self.cost = cost
    self.quantityValue = quantity.inexact
    self.costValue = cost?.inexact
  }
}
