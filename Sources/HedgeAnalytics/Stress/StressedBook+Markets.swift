import HedgeModel

extension StressedBook {
  /// What is left of a price that falls by all of it: prices stay positive, as the margin rules need them.
  private static let leastFactor = 1e-9

  /// The markets with every price moved: spot and indices with their coin, futures with their underlying and basis.
  func markets(at scale: Double) -> MarketTable {
    let table = book.input.markets
    return MarketTable(
      table.layout, zip(table.layout.instruments, table.values).map { moved($1, of: $0, scale) })
  }

  /// What a coin's price is multiplied by; nil for what does not move: currencies, and coins outside the book.
  func factor(of asset: Asset, at scale: Double) -> Reading<Double>? {
    moves[asset]?.move.map { max(1 + scale * $0, Self.leastFactor) }
  }

  /// What a future's price is multiplied by.
  func factor(of instrument: Instrument, at scale: Double) -> Reading<Double> {
    let underlying = factor(of: instrument.underlying, at: scale) ?? .stated(1)
    guard let change = basisChanges[instrument.id] else { return underlying }
    return underlying.combined(with: change) { max($0 * (1 + scale * $1), Self.leastFactor) }
  }

  private func moved(_ market: InstrumentMarket, of id: InstrumentID, _ scale: Double) -> InstrumentMarket {
    guard let instrument = book.portfolio.instruments[id] else { return market }
    var market = market
    let own = factor(of: instrument, at: scale)
    market.quote = market.quote.combined(with: own) { ($0, $1) }.flatMap { quote, factor in
      Quote(price: quote.price * factor, bid: quote.bid.map { $0 * factor }, ask: quote.ask.map { $0 * factor })
        .map { .stated($0) } ?? .unknown(UnknownReason(.invalid, "no price of \(id) is left"))
    }
    market.mark = market.mark * own
    if let coin = factor(of: instrument.underlying, at: scale) { market.index = market.index * coin }
    return market
  }
}
