import HedgeModel

/// What a stream tells the feed it belongs to, each time the feed's timer asks.
struct StreamReport: Sendable {
  /// Instruments of some channels, or all of a feed's where a channel tells of many.
  struct Scope: Hashable, Sendable {
    var all = false
    var instruments: Set<InstrumentID> = []

    var isEmpty: Bool { !all && instruments.isEmpty }

    mutating func insert(_ channel: StreamChannel) {
      if let instrument = channel.instrument { instruments.insert(instrument) } else { all = true }
    }

    mutating func formUnion(_ other: Scope) {
      all = all || other.all
      instruments.formUnion(other.instruments)
    }
  }

  /// How the connection stands.
  var condition = ConnectionCondition.idle
  /// What is to be asked for by REST until it is heard again.
  var polled = Scope()
  /// What is to be asked for by REST once.
  var missed = Scope()
  /// Funding rates that came since the last time, the newest of each instrument.
  var funding: [InstrumentID: FundingRate] = [:]
}
