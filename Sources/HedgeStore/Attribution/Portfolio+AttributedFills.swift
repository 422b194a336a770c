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

  /// True for a fill that changes what is held: not one in an account that is read from its venue.
  func counts(_ decision: Decision) -> Bool {
    guard case .fill(let fill) = decision.change else { return false }
    return countsFills(in: fill.leg.account)
  }

  /// True when a strategy's ledger would take over the same from `other`: holdings, legs, and coins behind them.
  func holdsTheSame(as other: Portfolio, in name: String) -> Bool {
    guard let own = strategy(named: name), let others = other.strategy(named: name) else { return false }
    return own.holdings == others.holdings && own.legs == others.legs
      && attributionOpenings(of: own).collateral == other.attributionOpenings(of: others).collateral
  }

  /// The coins in accounts that several strategies use.
  var sharedCollateral: [AttributedPosition.ID: Decimal] { sharedCollateralOpenings.collateral }

  /// True when everything about positions is the same but the positions themselves, what is in the wallets, and the
  /// margin tables, on which no profit rests.
  func hasSameSurroundings(as other: Portfolio) -> Bool {
    currency == other.currency && benchmark == other.benchmark
      && accounts.map(\.withoutContents) == other.accounts.map(\.withoutContents)
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

extension [AttributionOpening] {
  /// How much there is of each coin that stands behind positions.
  fileprivate var collateral: [AttributedPosition.ID: Decimal] {
    reduce(into: [:]) { if $1.position.kind == .collateral { $0[$1.position.id] = $1.quantity } }
  }
}

extension Account {
  /// The account with nothing in its wallet, and no margin tables.
  fileprivate var withoutContents: Account {
    Account(id: id, convention: convention, balances: [:], tiers: [:], fees: fees, isRead: isRead)
  }
}
