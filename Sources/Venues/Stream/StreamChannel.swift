import HedgeModel

/// One subscription of a connection.
public struct StreamChannel: Hashable, Sendable {
  /// The venue's name for it: `btcusdt@markPrice@1s`.
  public let name: String
  /// The instrument it tells of; nil for one that tells of many.
  public let instrument: InstrumentID?
  /// Silence after which it counts as faulty, as the venue sends it more often; nil when the venue sends only changes,
  /// so that silence says nothing.
  public let silenceLimit: Duration?

  /// A channel; see the properties.
  public init(_ name: String, of instrument: InstrumentID?, silenceLimit: Duration?) {
    self.name = name
    self.instrument = instrument
    self.silenceLimit = silenceLimit
  }
}
