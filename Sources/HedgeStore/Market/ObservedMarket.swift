import HedgeModel
import MarketData

/// The raw last values of one instrument, each with the instant the market showed it.
struct ObservedMarket: Sendable {
  private let instrument: InstrumentID
  private let origin: Origin
  /// Age at which a value is stale, in milliseconds.
  private var staleAge: Int64
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
    staleAge = limit.wholeMilliseconds
  }

  /// Values are stale at another age from now on.
  mutating func limit(to limit: Duration) { staleAge = limit.wholeMilliseconds }

  /// Takes what the inbox held at `now`, unless older than what is known.
  ///
  /// A value dated later than `now` counts as of now: as of its own date it would never grow old, and nothing true
  /// would replace it.
  mutating func absorb(_ latest: InboxContents.LatestValues, at now: Timestamp) {
    Self.replace(&quote, by: latest.quote, at: now, noting: &lastAt)
    Self.replace(&mark, by: latest.mark, at: now, noting: &lastAt)
    Self.replace(&index, by: latest.index, at: now, noting: &lastAt)
    Self.replace(&funding, by: latest.funding, at: now, noting: &lastAt)
  }

  private static func replace<Value>(
    _ held: inout (value: Value, at: Timestamp)?, by offered: (value: Value, at: Timestamp)?, at now: Timestamp,
    noting last: inout Timestamp?
  ) {
    guard let offered else { return }
    let at = min(offered.at, now)
    if let known = held?.at, known > at { return }
    held = (offered.value, at)
    last = max(last ?? at, at)
  }
}

extension ObservedMarket {
  /// The values as readings at `now`: stale where older than the limit.
  ///
  /// A funding rate stands for a whole interval, so it is fresh while the instrument itself is and its own interval
  /// (and a half, for venues that announce late) has not run out.
  func readings(at now: Timestamp) -> InstrumentMarket {
    var market = InstrumentMarket(unknown: instrument)
    let oldest = now.advanced(byMilliseconds: -staleAge)
    func reading<Value>(_ observed: (value: Value, at: Timestamp), since oldest: Timestamp) -> Reading<Value> {
      .known(observed.value, Provenance(asOf: observed.at, origin: origin, isStale: observed.at < oldest))
    }
    if let quote { market.quote = reading(quote, since: oldest) }
    if let mark { market.mark = reading(mark, since: oldest) }
    if let index { market.index = reading(index, since: oldest) }
    if let funding {
      let isInstrumentFresh = lastAt.map { $0 >= oldest } ?? false
      let interval = min(funding.value.intervalMilliseconds, .max / 2)
      let age = isInstrumentFresh ? max(staleAge, interval + interval / 2) : staleAge
      market.funding = reading(funding, since: now.advanced(byMilliseconds: -age))
    }
    return market
  }
}
