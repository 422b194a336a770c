import HedgeModel

/// What is known of each instrument's market, as a list whose order stays the same from one refresh to the next.
///
/// Only the values are new each time; the places are worked out when an instrument is seen for the first time.
///
///     let price = markets["simulated:BTC"]?.quote
public struct MarketTable: Sendable, ExpressibleByDictionaryLiteral {
  /// Which instrument stands where.
  public final class Layout: Sendable {
    /// The instruments in their order.
    public let instruments: [InstrumentID]
    private let places: [InstrumentID: Int]

    /// The order of `instruments`, each of which comes once.
    public init(_ instruments: [InstrumentID]) {
      self.instruments = instruments
      places = Dictionary(zip(instruments, instruments.indices)) { first, _ in first }
    }

    /// Where an instrument stands; nil when it is not among them.
    public func place(of instrument: InstrumentID) -> Int? { places[instrument] }
  }

  /// Which instrument stands where.
  public let layout: Layout
  /// The markets, in the order of the layout.
  public let values: [InstrumentMarket]

  /// Markets in the order of `layout`.
  ///
  /// - Precondition: one value for each instrument.
  public init(_ layout: Layout, _ values: [InstrumentMarket]) {
    precondition(layout.instruments.count == values.count)
    self.layout = layout
    self.values = values
  }

  /// Markets by instrument, in the order of their names.
  public init(_ markets: [InstrumentID: InstrumentMarket]) {
    let ordered = markets.sorted { $0.key < $1.key }
    self.init(Layout(ordered.map(\.key)), ordered.map(\.value))
  }

  /// Markets by instrument.
  public init(dictionaryLiteral elements: (InstrumentID, InstrumentMarket)...) {
    self.init(Dictionary(elements) { $1 })
  }

  /// One instrument's market; nil when nothing of it has ever arrived.
  public subscript(instrument: InstrumentID) -> InstrumentMarket? { layout.place(of: instrument).map { values[$0] } }

  /// The quote of one instrument.
  func quote(of instrument: InstrumentID) -> Reading<Quote>? { layout.place(of: instrument).map { values[$0].quote } }

  /// The mark price of one instrument.
  func mark(of instrument: InstrumentID) -> Reading<Double>? { layout.place(of: instrument).map { values[$0].mark } }

  /// What `transform` makes of each market, without those it makes nil of.
  public func compactMapValues<Value>(_ transform: (InstrumentMarket) -> Value?) -> [InstrumentID: Value] {
    var results: [InstrumentID: Value] = [:]
    for (instrument, market) in zip(layout.instruments, values) {
      if let result = transform(market) { results[instrument] = result }
    }
    return results
  }
}
