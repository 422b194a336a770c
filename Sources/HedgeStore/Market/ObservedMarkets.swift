import HedgeAnalytics
import HedgeModel
import MarketData

/// The raw last values of every instrument seen so far, in the order they were first seen, by name where that was at once.
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
    // What is new is put in order first: that of a dictionary differs from run to run.
    for instrument in latest.keys.filter({ places[$0] == nil }).sorted() { append(instrument, limit(instrument)) }
    var newest: Timestamp?
    for (instrument, arrived) in latest {
      guard let place = places[instrument] else { continue }
      values[place].absorb(arrived, at: now)
      if let at = values[place].lastAt { newest = max(at, newest ?? at) }
    }
    if layout.instruments.count != instruments.count { layout = MarketTable.Layout(instruments) }
    return newest
  }

  /// Asks anew for the age at which values of each instrument are stale.
  mutating func limit(by limit: (InstrumentID) -> Duration) {
    for index in values.indices { values[index].staleAfter = limit(instruments[index]) }
  }

  /// Everything as readings at `now`.
  func table(at now: Timestamp) -> MarketTable {
    MarketTable(layout, values.indices.map { values[$0].readings(at: now) })
  }

  private mutating func append(_ instrument: InstrumentID, _ limit: Duration) {
    places[instrument] = values.count
    instruments.append(instrument)
    values.append(ObservedMarket(of: instrument, staleAfter: limit))
  }
}
