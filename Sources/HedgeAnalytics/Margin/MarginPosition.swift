import HedgeModel

/// A position as margin rules see it.
public struct MarginPosition: Hashable, Sendable {
  /// Linear or inverse.
  public let convention: Instrument.Convention
  /// Signed size: in coins when linear, in the quote currency when inverse; negative is short.
  public let size: Double
  /// Average entry price.
  public let entryPrice: Double
  /// Mark price.
  public let markPrice: Double
  /// Its bracket table.
  public let tiers: MarginTiers
  /// Value of one unit of the asset it settles in, in the portfolio's currency, at the mark: of the quote currency
  /// when linear, of the coin when inverse.
  public let settlementPrice: Double

  /// A position; see the properties.
  public init(
    convention: Instrument.Convention, size: Double, entryPrice: Double, markPrice: Double, tiers: MarginTiers,
    settlementPrice: Double = 1
  ) {
    self.convention = convention
    self.size = size
    self.entryPrice = entryPrice
    self.markPrice = markPrice
    self.tiers = tiers
    self.settlementPrice = settlementPrice
  }

  /// Unsigned notional at `price`, in the settlement asset.
  public func notional(at price: Double) -> Double {
    convention == .linear ? abs(size) * price : abs(size) / price
  }

  /// Maintenance margin at `price`, in the settlement asset.
  public func maintenanceMargin(at price: Double) -> Double {
    let notional = notional(at: price)
    return MaintenanceMargin.amount(
      notional: notional, size: convention == .linear ? abs(size) : notional, tiers: tiers)
  }

  /// Profit since entry at `price`, in the settlement asset: size·(P − E) linear, size·(1/E − 1/P) inverse.
  public func profit(at price: Double) -> Double {
    convention == .linear ? size * (price - entryPrice) : size * (1 / entryPrice - 1 / price)
  }
}
