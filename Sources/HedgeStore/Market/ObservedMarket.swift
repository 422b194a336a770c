import HedgeModel
import MarketData

/// The raw last values of one instrument, each with the instant the market showed it.
struct ObservedMarket: Sendable {
  private(set) var quote: (value: Quote, at: Timestamp)?
  private(set) var mark: (value: Double, at: Timestamp)?
  private(set) var index: (value: Double, at: Timestamp)?
  private(set) var funding: (value: FundingRate, at: Timestamp)?

  /// When anything of the instrument last arrived.
  private(set) var lastAt: Timestamp?

  /// Takes what the inbox held at `now`, unless older than what is known.
  ///
  /// A value dated later than `now` counts as of now: as of its own date it would never grow old, and nothing true
  /// would replace it.
  mutating func absorb(_ latest: InboxContents.LatestValues, at now: Timestamp) {
    quote = Self.newer(of: quote, latest.quote, at: now)
    mark = Self.newer(of: mark, latest.mark, at: now)
    index = Self.newer(of: index, latest.index, at: now)
    funding = Self.newer(of: funding, latest.funding, at: now)
    lastAt = [quote?.at, mark?.at, index?.at, funding?.at].compactMap { $0 }.max()
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
  /// The values as readings at `now`: stale where older than `limit`.
  ///
  /// A funding rate stands for a whole interval, so it is fresh while the instrument itself is and its own interval
  /// (and a half, for venues that announce late) has not run out.
  func readings(of instrument: InstrumentID, at now: Timestamp, staleAfter limit: Duration) -> InstrumentMarket {
    var market = InstrumentMarket(unknown: instrument)
    let source = instrument.venue
    func reading<Value>(_ observed: (value: Value, at: Timestamp), limit: Duration) -> Reading<Value> {
      .known(
        observed.value, Provenance(asOf: observed.at, source: source, isStale: now - observed.at > limit))
    }
    if let quote { market.quote = reading(quote, limit: limit) }
    if let mark { market.mark = reading(mark, limit: limit) }
    if let index { market.index = reading(index, limit: limit) }
    if let funding {
      let isInstrumentFresh = lastAt.map { now - $0 <= limit } ?? false
      market.funding = reading(funding, limit: isInstrumentFresh ? max(limit, funding.value.interval * 1.5) : limit)
    }
    return market
  }
}
