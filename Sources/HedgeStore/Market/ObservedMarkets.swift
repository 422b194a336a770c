import HedgeAnalytics
import HedgeModel
import MarketData

/// The raw last values of every instrument seen so far, in the order they were first seen.
struct ObservedMarkets: Sendable {
  private var places: [InstrumentID: Int] = [:]
  private var instruments: [InstrumentID] = []
  private var values: [ObservedMarket] = []
  private var layout = MarketTable.Layout([])

  /// What was seen of one instrument.
  subscript(instrument: InstrumentID) -> ObservedMarket? { places[instrument].map { values[$0] } }

  /// Takes what an inbox held at `now`; returns the newest instant of any value then known of the instruments in it.
  ///
  /// - Parameter limit: the age at which values of an instrument are stale, asked when it is seen first.
  mutating func absorb(
    _ latest: [InstrumentID: InboxContents.LatestValues], at now: Timestamp, limit: (InstrumentID) -> Duration
  ) -> Timestamp? {
    var newest: Timestamp?
    var newcomers: [InstrumentID] = []
    for (instrument, arrived) in latest {
      guard let place = places[instrument] else {
        newcomers.append(instrument)
        continue
      }
      values[place].absorb(arrived, at: now)
      if let at = values[place].lastAt { newest = max(at, newest ?? at) }
    }
    guard !newcomers.isEmpty else { return newest }
    append(newcomers, limit)
    let seen = Set(newcomers)
    let first = absorb(latest.filter { seen.contains($0.key) }, at: now, limit: limit)
    return [newest, first].compactMap { $0 }.max()
  }

  /// Asks anew for the age at which values of each instrument are stale.
  mutating func limit(by limit: (InstrumentID) -> Duration) {
    for index in values.indices { values[index].limit(to: limit(instruments[index])) }
  }

  /// Everything as readings at `now`.
  func table(at now: Timestamp) -> MarketTable {
    MarketTable(layout, values.indices.map { values[$0].readings(at: now) })
  }

  /// Gives each a place, in the order of their names: the same arrivals give the same table, however a dictionary
  /// happens to be ordered.
  private mutating func append(_ newcomers: [InstrumentID], _ limit: (InstrumentID) -> Duration) {
    for instrument in newcomers.sorted() {
      places[instrument] = values.count
      instruments.append(instrument)
      values.append(ObservedMarket(of: instrument, staleAfter: limit(instrument)))
    }
    layout = MarketTable.Layout(instruments)
  }
}
