import FoundationEssentials

/// What stands in an instrument's order book: how much can be traded at once, and at which prices.
public struct OrderBook: Hashable, Sendable {
  /// Everything offered at one price.
  public struct Level: Hashable, Sendable {
    /// The price, exact and positive.
    public let price: Decimal
    /// Contracts offered at it, exact and positive.
    public let quantity: Decimal

    /// A level; see the properties.
    public init(price: Decimal, quantity: Decimal) {
      self.price = price
      self.quantity = quantity
    }
  }

  /// Offers to buy, the highest price first.
  public let bids: [Level]
  /// Offers to sell, the lowest price first.
  public let asks: [Level]

  /// A book of levels in any order; an empty side is one nobody offers on.
  ///
  /// Nil when it cannot be right: a price or a quantity that is not positive, a price that comes twice on one side, or
  /// a bid that is not below every ask.
  public init?(bids: [Level], asks: [Level]) {
    let bids = bids.sorted { $0.price > $1.price }
    let asks = asks.sorted { $0.price < $1.price }
    guard Self.isRight(bids), Self.isRight(asks) else { return nil }
    if let bid = bids.first, let ask = asks.first, bid.price >= ask.price { return nil }
    self.bids = bids
    self.asks = asks
  }

  /// Half-way between the best bid and the best ask; nil when a side is empty.
  public var mid: Decimal? {
    guard let bid = bids.first, let ask = asks.first else { return nil }
    return (bid.price + ask.price) / 2
  }

  private static func isRight(_ levels: [Level]) -> Bool {
    levels.allSatisfy { !$0.price.isNaN && $0.price > 0 && !$0.quantity.isNaN && $0.quantity > 0 }
      && zip(levels, levels.dropFirst()).allSatisfy { $0.price != $1.price }
  }
}
