/// The close of one closed bar of an instrument's price history.
public struct Bar: Hashable, Sendable {
  /// When the bar closed.
  public let close: Timestamp
  /// The last price in it; nil where the market had none: a gap, never a repeated price.
  public let price: Double?

  /// A bar; see the properties.
  public init(close: Timestamp, price: Double?) {
    self.close = close
    self.price = price
  }
}
