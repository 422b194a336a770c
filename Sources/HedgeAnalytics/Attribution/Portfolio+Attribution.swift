import FoundationEssentials
import HedgeModel

extension Portfolio {
  /// The benchmark as profit is attributed by it.
  public var attributionBenchmark: AttributionBenchmark {
    AttributionBenchmark(
      components: benchmark.components.map {
        AttributionBenchmark.Component(price: attributionPrice(of: $0.asset), weight: $0.weight)
      })
  }

  /// The positions of a strategy as a ledger takes them over: its holdings, its legs, and the coins in the wallets of
  /// accounts that it alone uses. Coins of an account that several use are nobody's: see ``sharedCollateralOpenings``.
  ///
  /// Where an entry price is stated profit counts from there; it can be split by beta from the opening on if `market`
  /// knows the market of that instant.
  public func attributionOpenings(
    of strategy: Strategy, market: (Timestamp) -> MarketPoint? = { _ in nil }
  ) -> [AttributionOpening] {
    let accounts = accounts.filter { users(of: $0) == [strategy.name] }
    return strategy.holdings.map(opening) + strategy.legs.map { opening($0, of: strategy, market) }
      + strategy.legs.compactMap { isolatedMargin(of: $0, strategy) } + accounts.flatMap(walletOpenings)
  }

  /// Coins in the wallets of accounts that several strategies use: they count in the portfolio alone.
  public var sharedCollateralOpenings: [AttributionOpening] {
    accounts.filter { users(of: $0).count > 1 }.flatMap(walletOpenings)
  }

  private func users(of account: Account) -> [String] {
    strategies.filter { $0.legs.contains { $0.account == account.id } }.map(\.name)
  }

  private func opening(_ holding: Holding) -> AttributionOpening {
    let quote = instruments[holding.instrument]?.quote
    let price = spotPrice(of: holding.instrument)
    let position = AttributedPosition(
      id: .holding(holding.instrument), kind: .spot, asset: holding.asset, conversion: exactRate(of: quote),
      price: price, spot: price, coin: price)
    let entry = holding.cost.flatMap { cost in
      holding.quantity == 0
        ? nil : AttributedPosition.Entry(price: cost / holding.quantity / position.conversion, at: nil)
    }
    return AttributionOpening(position, quantity: holding.quantity, entry: entry)
  }

  private func opening(
    _ leg: Leg, of strategy: Strategy, _ market: (Timestamp) -> MarketPoint?
  ) -> AttributionOpening {
    let instrument = instruments[leg.instrument] ?? .unspecified(leg.instrument)
    let rate = conversionRate(of: instrument.quote)
    let mark: AttributionPrice = rate.map { .mark(leg.instrument, rate: $0) } ?? noRate(of: instrument.quote)
    let spot: AttributionPrice =
      if spotMarkets[instrument.underlying] != nil {
        attributionPrice(of: instrument.underlying)
      } else {
        rate.map { .index(leg.instrument, rate: $0) } ?? noRate(of: instrument.quote)
      }
    let position = AttributedPosition(
      id: .leg(strategy.id(of: leg)), kind: instrument.convention == .linear ? .linear : .inverse,
      asset: instrument.underlying, multiplier: instrument.multiplier, conversion: exactRate(of: instrument.quote),
      price: mark, spot: spot,
      coin: instrument.settlement == instrument.underlying ? spot : attributionPrice(of: instrument.settlement))
    let entry = leg.entryPrice.map { price in
      AttributedPosition.Entry(price: price, at: leg.openedAt, market: leg.openedAt.flatMap(market))
    }
    return AttributionOpening(position, quantity: leg.contracts, entry: entry)
  }

  private func isolatedMargin(of leg: Leg, _ strategy: Strategy) -> AttributionOpening? {
    guard case .isolated(let margin) = leg.marginMode, let instrument = instruments[leg.instrument],
      instrument.convention == .inverse
    else { return nil }
    return collateral(margin, of: instrument.settlement, .margin(strategy.id(of: leg)))
  }

  private func walletOpenings(of account: Account) -> [AttributionOpening] {
    account.balances.sorted { $0.key < $1.key }.compactMap { asset, amount in
      collateral(amount, of: asset, .wallet(account.id, asset))
    }
  }

  /// Coins, whose price moves; nil for cash, whose value is stated.
  private func collateral(_ amount: Decimal, of asset: Asset, _ id: AttributedPosition.ID) -> AttributionOpening? {
    guard conversionRate(of: asset) == nil, amount != 0 else { return nil }
    let price = attributionPrice(of: asset)
    return AttributionOpening(
      AttributedPosition(id: id, kind: .collateral, asset: asset, price: price, spot: price, coin: price),
      quantity: amount)
  }

  /// The price of a coin: its stated value, or its spot market's quote.
  private func attributionPrice(of asset: Asset) -> AttributionPrice {
    if let rate = conversionRate(of: asset) { return .stated(rate) }
    guard let market = spotMarkets[asset] else {
      return .missing(UnknownReason(.notConfigured, "no spot market of \(asset) is configured"))
    }
    return spotPrice(of: market)
  }

  private func spotPrice(of market: InstrumentID) -> AttributionPrice {
    guard let instrument = instruments[market] else {
      return .missing(UnknownReason(.notConfigured, "no specification of \(market) is configured"))
    }
    return conversionRate(of: instrument.quote).map { .quote(market, rate: $0) } ?? noRate(of: instrument.quote)
  }

  private func noRate(of quote: Asset) -> AttributionPrice {
    .missing(UnknownReason(.notConfigured, "no conversion rate from \(quote) to \(currency) is configured"))
  }

  /// One where there is none: then the price is missing and nothing is made of it.
  private func exactRate(of quote: Asset?) -> Decimal {
    quote.flatMap(conversionRate).flatMap { Decimal(estimate: $0) }.flatMap { $0 > 0 ? $0 : nil } ?? 1
  }
}
