import HedgeModel

/// The prices of the spot markets 24 hours ago: they change with the hour, not with the second.
struct DayAgoPrices: Sendable {
  private let instruments: [InstrumentID]
  private var prices: [InstrumentID: Double] = [:]
  private var validFrom = Timestamp(milliseconds: .max)
  private var validUntil = Timestamp(milliseconds: .min)
  private var version = -1

  /// Prices of these, none known yet.
  init(of instruments: [InstrumentID]) {
    self.instruments = instruments
  }

  /// Price of each 24 hours before `now`, where the history reaches back.
  mutating func prices(at now: Timestamp, from bars: BarBook) -> [InstrumentID: Double] {
    if version == bars.version, now >= validFrom, now < validUntil { return prices }
    (version, validFrom, validUntil) = (bars.version, now, Timestamp(milliseconds: .max))
    prices.removeAll(keepingCapacity: true)
    for instrument in instruments {
      let (price, until) = bars.dayAgo(of: instrument, at: now)
      prices[instrument] = price
      validUntil = min(validUntil, until)
    }
    return prices
  }
}
