import FoundationEssentials

/// What a trade costs, as fractions of its notional.
public struct FeeSchedule: Hashable, Sendable {
  /// Fee of an order that takes liquidity: 0.0005 is 5 bps.
  public let taker: Decimal
  /// Fee of an order that adds liquidity; may be negative (a rebate).
  public let maker: Decimal

  /// A fee schedule; see the properties.
  public init(taker: Decimal, maker: Decimal) {
    self.taker = taker
    self.maker = maker
  }
}
