import HedgeModel

/// One value of one instrument at one instant.
public struct MarketUpdate: Hashable, Sendable {
  /// What the value is.
  public enum Value: Hashable, Sendable {
    /// Last price, bid and ask.
    case quote(Quote)
    /// Mark price, positive.
    case mark(Double)
    /// Index price, positive.
    case index(Double)
    /// Current funding rate.
    case funding(FundingRate)
    /// What stands in the order book.
    case book(OrderBook)
  }

  /// The instrument.
  public let instrument: InstrumentID
  /// When the market showed it: the venue's own time where it gives one.
  public let at: Timestamp
  /// The value.
  public let value: Value

  /// An update; see the properties.
  public init(instrument: InstrumentID, at: Timestamp, value: Value) {
    self.instrument = instrument
    self.at = at
    self.value = value
  }

  /// True for an order book.
  var isBook: Bool {
    if case .book = value { true } else { false }
  }
}
