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
}
