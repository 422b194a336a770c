import HedgeModel

/// Which bars are wanted.
public struct HistoryRequest: Hashable, Sendable {
  /// The instrument, spot as a rule.
  public let instrument: InstrumentID
  /// Length of a bar.
  public let interval: BetaPolicy.BarInterval
  /// How many bars.
  public let count: Int
  /// The last bar closes at or before this instant.
  public let end: Timestamp

  /// A request; see the properties.
  public init(instrument: InstrumentID, interval: BetaPolicy.BarInterval, count: Int, end: Timestamp) {
    self.instrument = instrument
    self.interval = interval
    self.count = count
    self.end = end
  }
}
