import HedgeModel
import MarketData

/// The raw last values of one instrument, each with the instant the market showed it.
struct ObservedMarket: Sendable {
  /// What is said of the values that have not arrived; kept, because words take longer to make than figures.
  private let nothing: InstrumentMarket
  private(set) var quote: (value: Quote, at: Timestamp)?
  private(set) var mark: (value: Double, at: Timestamp)?
  private(set) var index: (value: Double, at: Timestamp)?
  private(set) var funding: (value: FundingRate, at: Timestamp)?

  /// When anything of the instrument last arrived.
  private(set) var lastAt: Timestamp?

  /// A market of which nothing has arrived.
  init(of instrument: InstrumentID) {
    nothing = InstrumentMarket(unknown: instrument)
  }

  /// Takes what the inbox held, unless older than what is known.
  mutating func absorb(_ latest: InboxContents.LatestValues) {
    quote = Self.newer(of: quote, latest.quote)
    mark = Self.newer(of: mark, latest.mark)
    index = Self.newer(of: index, latest.index)
    funding = Self.newer(of: funding, latest.funding)
    lastAt = Self.later(Self.later(quote?.at, mark?.at), Self.later(index?.at, funding?.at))
  }

  private static func later(_ left: Timestamp?, _ right: Timestamp?) -> Timestamp? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }

  private static func newer<Value>(
    of held: (value: Value, at: Timestamp)?, _ offered: (value: Value, at: Timestamp)?
  ) -> (value: Value, at: Timestamp)? {
    guard let held, let offered else { return held ?? offered }
    return held.at <= offered.at ? offered : held
  }
}

extension ObservedMarket {
  /// The values as readings at `now`: stale where older than `limit`.
  ///
  /// A funding rate stands for a whole interval, so it is fresh while the instrument itself is and its own interval
  /// (and a half, for venues that announce late) has not run out.
  func readings(of instrument: InstrumentID, at now: Timestamp, staleAfter limit: Duration) -> InstrumentMarket {
    var market = nothing
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
