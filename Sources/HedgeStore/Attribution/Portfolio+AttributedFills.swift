import FoundationEssentials
import HedgeAnalytics
import HedgeModel

extension Portfolio {
  /// A recorded fill as a ledger takes it; nil when its instrument is not configured.
  ///
  /// A fee that was not stated is what the account charges a taker. The mid is that of the book, or the mark where the
  /// feed gives no book, as it was recorded with the fill; of a fill recorded without it that of `markets`, which is nil
  /// for one of the past.
  func attributed(_ fill: Fill, in markets: MarketTable?) -> AttributionFill? {
    guard let instrument = instruments[fill.leg.instrument] else { return nil }
    return AttributionFill(
      of: .leg(fill.leg), contracts: fill.contracts, price: fill.price,
      mid: fill.mid ?? markets?[fill.leg.instrument].flatMap(\.exactMid),
      fee: fill.fee ?? takerFee(of: fill, instrument))
  }

  private func takerFee(of fill: Fill, _ instrument: Instrument) -> Decimal? {
    guard let account = accounts.first(where: { $0.id == fill.leg.account }),
      let rate = conversionRate(of: instrument.quote), let conversion = Decimal(exactly: rate.description)
    else { return nil }
    let size = fill.contracts.magnitude * instrument.multiplier
    let notional = instrument.convention == .linear ? size * fill.price : size
    return notional * account.fees.taker * conversion
  }

  func strategy(named name: String) -> Strategy? { strategies.first { $0.name == name } }

  /// True when everything about positions is the same but the positions themselves.
  func hasSameSurroundings(as other: Portfolio) -> Bool {
    currency == other.currency && benchmark == other.benchmark && accounts == other.accounts
      && instruments == other.instruments && spotMarkets == other.spotMarkets
      && conversionRates == other.conversionRates && strategies.map(\.name) == other.strategies.map(\.name)
  }
}

extension InstrumentMarket {
  /// The mid of the book, or the mark where there is none, exact; nil when neither is fresh.
  var exactMid: Decimal? {
    func exact(_ price: Double) -> Decimal? { Decimal(exactly: price.description) }
    if quote.isFresh, let quote = quote.value, let bid = quote.bid.flatMap(exact), let ask = quote.ask.flatMap(exact) {
      return (bid + ask) / 2
    }
    return mark.isFresh ? mark.value.flatMap(exact) : nil
  }
}

extension ValuationInput {
  /// The market as one strategy sees it: with betas of its own.
  func point(of strategy: Strategy) -> MarketPoint {
    MarketPoint(
      at: now, markets: markets,
      betas: BetaLookup(strategy: strategy, benchmark: portfolio.benchmark, estimates: betas[strategy.name] ?? [:]))
  }
}

extension Decision {
  /// True for a recorded trade.
  var isFill: Bool { if case .fill = change { true } else { false } }
}
