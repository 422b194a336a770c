/// The last known price of an instrument, and the best bid and ask where the feed gives them.
public struct Quote: Hashable, Sendable {
  /// The price to value with: last trade, or the mid where the feed gives only a book. Positive and finite.
  public let price: Double
  /// Best bid; nil when the feed gives none.
  public let bid: Double?
  /// Best ask; nil when the feed gives none.
  public let ask: Double?

  /// A quote; nil when a price is not positive and finite: a feed's zero means unknown, and unknown is never zero.
  public init?(price: Double, bid: Double? = nil, ask: Double? = nil) {
    guard [price, bid ?? 1, ask ?? 1].allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    self.price = price
    self.bid = bid
    self.ask = ask
  }
}
