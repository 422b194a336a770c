import HedgeModel

/// The specifications of the instruments a feed is wanted to tell of, from one listing of the venue to the next: a
/// pure state machine told the listings.
///
/// What was listed and is missing from a later listing was mostly halted for a while, or its row was not understood
/// that once. Its specification is kept meanwhile, so that its streams go on. When it is missing for a day, or was due
/// to end, it is gone.
struct WantedInstruments: Sendable {
  /// How long a specification is kept without being listed.
  private static let keptFor = Duration.days(1)

  let ids: [InstrumentID]
  /// Specifications of those that are there or kept, in order.
  private(set) var known: [Instrument] = []
  /// True when the newest listing held all that is wanted.
  private(set) var isComplete = true
  private var isListed = false
  /// Since when those kept are missing.
  private var missing: [InstrumentID: Timestamp] = [:]

  init(_ ids: [InstrumentID]) {
    self.ids = ids
  }

  /// Takes a listing; gives what to tell of it.
  mutating func take(
    _ listing: [InstrumentID: Instrument], of title: String, at venueTime: Timestamp
  ) -> [String] {
    let before = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (kept, gone): ([InstrumentID], [InstrumentID]) = ([], [])
    known = ids.compactMap { id in
      if let listed = listing[id] {
        missing[id] = nil
        return listed
      }
      if let instrument = before[id], keeps(instrument, at: venueTime) {
        if missing.updateValue(missing[id] ?? venueTime, forKey: id) == nil { kept.append(id) }
        return instrument
      }
      missing[id] = nil
      if before[id] != nil || !isListed { gone.append(id) }
      return nil
    }
    isListed = true
    isComplete = ids.allSatisfy { listing[$0] != nil }
    return gone.map { "\(title) has no \($0.symbol.prefix(40))" }
      + kept.map { "\(title) does not list \($0.symbol.prefix(40)) at present; going on with what is known of it" }
  }

  private func keeps(_ instrument: Instrument, at venueTime: Timestamp) -> Bool {
    if case .dated(let expiry) = instrument.kind, expiry <= venueTime { return false }
    return missing[instrument.id].map { venueTime - $0 < Self.keptFor } ?? true
  }
}
