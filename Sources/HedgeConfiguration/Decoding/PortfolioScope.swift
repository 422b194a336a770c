import FoundationEssentials
import HedgeModel

/// What the parts of a portfolio are checked against while it is read, and the instruments found to be in use.
final class PortfolioScope {
  let issues: IssueCollector
  let now: Timestamp
  let feed: FeedConfiguration
  let currency: Asset
  let conversionRates: [Asset: Double]
  let catalog: Catalog
  let live: LiveFacts
  private(set) var instruments: [InstrumentID: Instrument] = [:]
  private(set) var spotMarkets: [Asset: InstrumentID] = [:]
  private var unaskedVenues: Set<String> = []

  init(
    issues: IssueCollector, now: Timestamp, feed: FeedConfiguration, currency: Asset,
    conversionRates: [Asset: Double], catalog: Catalog, live: LiveFacts
  ) {
    self.issues = issues
    self.now = now
    self.feed = feed
    self.currency = currency
    self.conversionRates = conversionRates
    self.catalog = catalog
    self.live = live
  }

  /// True when one unit of `asset` has a stated value in the portfolio's currency.
  func hasStatedValue(_ asset: Asset) -> Bool { asset == currency || conversionRates[asset] != nil }

  /// Makes sure that `asset` can be priced; reports at `place` when it cannot.
  func price(_ asset: Asset, at place: Place) {
    guard !hasStatedValue(asset), spotMarkets[asset] == nil else { return }
    _ = spotMarket(of: asset, stated: nil, at: place)
  }

  /// The spot market a coin is priced by: the stated one, or the feed's market named like the coin.
  func spotMarket(of asset: Asset, stated: InstrumentID?, at place: Place) -> InstrumentID? {
    guard let id = stated ?? usualMarket(of: asset, at: place) else { return nil }
    if stated != nil, !isQuoted(id, at: place) { return nil }
    let instrument: Instrument
    if let entry = catalog.instruments[id] {
      instrument = entry.instrument(at: now)
      guard instrument.kind == .spot, instrument.underlying == asset else {
        let what = instrument.kind == .spot ? "the spot market of \(instrument.underlying)" : "a future"
        issues.error(place, "\(id) is \(what), expected a spot market of \(asset)")
        return nil
      }
    } else if spotCatalog != nil || isRecorded {
      reportUnknown(id, at: place)
      return nil
    } else if case .simulated = feed, !hasStatedValue(asset) {
      reportUnknownCoin(asset, stated, at: place)
      return nil
    } else {
      instrument = Self.plainSpotMarket(id, of: asset, in: currency)
    }
    use(instrument, at: place)
    spotMarkets[asset] = spotMarkets[asset] ?? id
    return id
  }

  /// The market a coin is priced by when none is stated: named like the coin, or of an exchange the one of the coin
  /// against the currency; reports at `place` when there is none.
  private func usualMarket(of asset: Asset, at place: Place) -> InstrumentID? {
    if let market = knownMarket(of: asset) { return market }
    if spotCatalog != nil { reportNoMarket(of: asset, at: place) }
    return nil
  }

  /// The market a coin is priced by when none is stated; nil when an exchange has none.
  func knownMarket(of asset: Asset) -> InstrumentID? {
    if let market = spotMarkets[asset] { return market }
    guard let (venue, quote) = spotCatalog else { return InstrumentID(venue: feed.name, symbol: asset.symbol) }
    return catalog.instruments.values.map(\.instrument).filter {
      $0.kind == .spot && $0.id.venue == venue && $0.underlying == asset && $0.quote == quote
    }.map(\.id).min()
  }

  /// True when a recording is played whose header was read: what it does not hold, nobody quotes.
  var isRecorded: Bool {
    if case .recording = feed { live.recording != nil } else { false }
  }

  /// Where the market of a coin is looked up, and in which currency; nil where it is named like the coin.
  private var spotCatalog: (venue: String, quote: Asset)? {
    switch feed {
    case .venues(let venues): (venues.spotVenue, venues.quote)
    case .recording(let recording): recording.facts.flatMap { facts in facts.spotQuote.map { (facts.spotVenue, $0) } }
    case .simulated, .replay, .process: nil
    }
  }

  /// The specification of the future `id`; reports at `place` when there is none.
  func future(_ id: InstrumentID, at place: Place) -> Instrument? {
    guard isQuoted(id, at: place) else { return nil }
    guard let entry = catalog.instruments[id] else {
      reportUnknown(id, at: place)
      return nil
    }
    let instrument = entry.instrument(at: now)
    guard instrument.isFuture else {
      issues.error(
        place, "\(id) is a spot market, expected a future; coins that are held stand under [[strategy.holding]]")
      return nil
    }
    if instruments[id] == nil, case .dated(let expiry) = instrument.kind, let start = feed.earliest(now),
      expiry <= start
    {
      issues.error(place, "\(id) expired on \(expiry.isoDay), so it hedges nothing; name the contract it was rolled to")
    }
    use(instrument, at: place)
    price(instrument.underlying, at: place)
    return instrument
  }

  /// True when nothing was reported of `venue` before; remembers that it is now.
  func isFirstReport(of venue: String) -> Bool { unaskedVenues.insert(venue).inserted }

  private func use(_ instrument: Instrument, at place: Place) {
    guard instruments.updateValue(instrument, forKey: instrument.id) == nil else { return }
    for asset in Set([instrument.quote, instrument.settlement]).sorted() where asset != instrument.underlying {
      guard !hasStatedValue(asset) else { continue }
      issues.error(
        place,
        "\(instrument.id) is counted in \(asset), of which no value in \(currency) is stated; "
          + "add it to the table conversion, such as \(asset) = 1")
    }
  }

  /// A spot market of which nothing is stated: priced in the portfolio's currency, in steps finer than any market's.
  private static func plainSpotMarket(_ id: InstrumentID, of asset: Asset, in currency: Asset) -> Instrument {
    let step = Decimal(sign: .plus, exponent: -8, significand: 1)
    return Instrument(
      id: id, kind: .spot, underlying: asset, quote: currency, settlement: currency, tickSize: step, lotStep: step)
  }
}
