import HedgeModel

/// The market at one instant, as profit is attributed by it: prices and betas.
///
/// A reference, because the positions that begin a segment at the same instant share it. It never changes.
public final class MarketPoint: Sendable, CustomReflectable {
  /// The instant.
  public let at: Timestamp
  /// Prices; of a historic instant only those that are known.
  public let markets: MarketTable
  /// Betas; the one a segment begins with counts for all of it.
  public let betas: BetaLookup

  /// A market at one instant; see the properties.
  public init(at: Timestamp, markets: MarketTable, betas: BetaLookup) {
    self.at = at
    self.markets = markets
    self.betas = betas
  }

  /// A recorded market: prices of spot markets, marks of futures, and betas, each stated.
  public convenience init(
    at: Timestamp, quotes: [InstrumentID: Double], marks: [InstrumentID: Double] = [:], betas: [Asset: Double] = [:]
  ) {
    let seen = Provenance(asOf: at, source: "recorded")
    var markets: [InstrumentID: InstrumentMarket] = [:]
    for (id, price) in quotes {
      guard let quote = Quote(price: price) else { continue }
      markets[id, default: InstrumentMarket(unknown: id)].quote = .known(quote, seen)
    }
    for (id, mark) in marks { markets[id, default: InstrumentMarket(unknown: id)].mark = .known(mark, seen) }
    self.init(at: at, markets: MarketTable(markets), betas: BetaLookup(stated: betas))
  }

  /// Its instant: the markets of it are dumped once, with the snapshot, and not with every position.
  public var customMirror: Mirror { Mirror(self, children: ["at": at]) }
}
