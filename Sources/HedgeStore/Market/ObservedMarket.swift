import HedgeModel
import MarketData

/// The raw last values of one instrument, each with the instant the market showed it.
struct ObservedMarket: Sendable {
  private let instrument: InstrumentID
  private let origin: Origin
  /// Age at which a value is stale.
  var staleAfter: Duration
  private(set) var quote: (value: Quote, at: Timestamp)?
  private(set) var mark: (value: Double, at: Timestamp)?
  private(set) var index: (value: Double, at: Timestamp)?
  private(set) var funding: (value: FundingRate, at: Timestamp)?

  /// When anything of the instrument last arrived.
  private(set) var lastAt: Timestamp?

  /// A market of which nothing has arrived.
  ///
  /// - Parameter limit: the age at which a value is stale.
  init(of instrument: InstrumentID, staleAfter limit: Duration) {
    self.instrument = instrument
    origin = Origin(instrument.venue)
    staleAfter = limit
  }

  /// Takes what the inbox held at `now`, unless older than what is known.
  ///
  /// A value dated later than `now` counts as of now: as of its own date it would never grow old, and nothing true
  /// would replace it.
  mutating func absorb(_ latest: InboxContents.LatestValues, at now: Timestamp) {
    quote = Self.newer(of: quote, latest.quote, at: now)
    mark = Self.newer(of: mark, latest.mark, at: now)
    index = Self.newer(of: index, latest.index, at: now)
    funding = Self.newer(of: funding, latest.funding, at: now)
    lastAt = Self.later(Self.later(quote?.at, mark?.at), Self.later(index?.at, funding?.at))
  }

  private static func later(_ left: Timestamp?, _ right: Timestamp?) -> Timestamp? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }

  private static func newer<Value>(
    of held: (value: Value, at: Timestamp)?, _ offered: (value: Value, at: Timestamp)?, at now: Timestamp
  ) -> (value: Value, at: Timestamp)? {
    guard let offered else { return held }
    let dated = (value: offered.value, at: min(offered.at, now))
    return held.map { $0.at <= dated.at ? dated : $0 } ?? dated
  }
}

extension ObservedMarket {
  /// The values as readings at `now`: stale where older than the limit.
  ///
  /// A funding rate stands for a whole interval, so it is fresh while the instrument itself is and its own interval
  /// (and a half, for venues that announce late) has not run out.
  func readings(at now: Timestamp) -> InstrumentMarket {
    var market = InstrumentMarket(unknown: instrument)
    let oldest = now - staleAfter
    func reading<Value>(_ observed: (value: Value, at: Timestamp), since oldest: Timestamp) -> Reading<Value> {
      .known(observed.value, Provenance(asOf: observed.at, origin: origin, isStale: observed.at < oldest))
    }
    if let quote { market.quote = reading(quote, since: oldest) }
    if let mark { market.mark = reading(mark, since: oldest) }
    if let index { market.index = reading(index, since: oldest) }
    if let funding {
      let isInstrumentFresh = lastAt.map { $0 >= oldest } ?? false
      let limit = isInstrumentFresh ? max(staleAfter, funding.value.interval * 1.5) : staleAfter
      market.funding = reading(funding, since: now - limit)
    }
    return market
  }
}
