import HedgeModel
import MarketData

/// The newest order books of the instruments that are watched for them.
struct ObservedBooks: Sendable {
  /// The instruments that are watched, by name.
  private(set) var watched: [InstrumentID] = []
  private var books: [InstrumentID: (value: OrderBook, at: Timestamp)] = [:]

  /// Watches these and no others; books of others are forgotten.
  ///
  /// - Returns: whether that is a change.
  mutating func watch(_ instruments: [InstrumentID]) -> Bool {
    guard watched != instruments else { return false }
    watched = instruments
    books = books.filter { instruments.contains($0.key) }
    return true
  }

  /// Takes what an inbox held at `now`, unless older than what is known; what is not watched is dropped.
  ///
  /// - Returns: the newest instant of those taken. A book dated later than `now` counts as of now, or it would never
  ///   grow old.
  mutating func absorb(
    _ arrived: [InstrumentID: (value: OrderBook, at: Timestamp)], at now: Timestamp
  ) -> Timestamp? {
    var newest: Timestamp?
    for (instrument, book) in arrived where watched.contains(instrument) {
      let at = min(book.at, now)
      if let held = books[instrument], held.at > at { continue }
      books[instrument] = (book.value, at)
      newest = max(at, newest ?? at)
    }
    return newest
  }

  /// The books as readings at `now`, stale where older than the limit of their feed.
  func readings(at now: Timestamp, limit: (InstrumentID) -> Duration) -> [InstrumentID: Reading<OrderBook>] {
    books.reduce(into: [:]) { readings, book in
      let isStale = now - book.value.at > limit(book.key)
      readings[book.key] = .known(
        book.value.value, Provenance(asOf: book.value.at, source: book.key.venue, isStale: isStale))
    }
  }

  /// Those watched of which nothing has come yet.
  var missing: [InstrumentID] { watched.filter { books[$0] == nil } }
}
