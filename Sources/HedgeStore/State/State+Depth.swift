import HedgeModel
import MarketData

extension State {
  /// Has the feeds tell the order books of what is looked at closely, and no others: depth is the dearest thing a venue
  /// sends, and only the cost of trades rests on it.
  mutating func watchDepth() -> [Effect] {
    let instruments = depthNeeds
    return books.watch(instruments) ? [.watchDepth(instruments)] : []
  }

  /// The legs of every strategy while their tickets and costs are looked at; else of the one being tried.
  private var depthNeeds: [InstrumentID] {
    let looked = portfolio.strategies.filter { studies.topics.contains(.ticket) || $0.name == trial?.strategy }
    return Set(looked.flatMap { $0.legs.map(\.instrument) }).sorted()
  }

  /// The order books there are, each with its age.
  var depth: [InstrumentID: Reading<OrderBook>] { books.readings(at: now) { settings.staleAfter($0) } }

  /// Instruments whose feed could tell an order book that is wanted and has not come.
  public var missingDepth: [InstrumentID] {
    books.missing.filter { settings.feed(of: $0)?.givesDepth ?? false }
  }
}
