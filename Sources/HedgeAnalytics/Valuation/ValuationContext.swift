import HedgeModel

/// Prices and rates of one valuation, in the portfolio's currency. A reference, because every figure is handed it.
final class ValuationContext: Sendable {
  let input: ValuationInput
  let portfolio: Portfolio

  init(input: ValuationInput) {
    self.input = input
    portfolio = input.portfolio
  }

  /// True when `asset` has a stated value: it is cash, not exposure.
  func isCash(_ asset: Asset) -> Bool { portfolio.conversionRate(of: asset) != nil }

  /// Value of one unit of a quote currency.
  func conversion(of asset: Asset) -> Reading<Double> {
    if let rate = portfolio.conversionRate(of: asset) { return .stated(rate) }
    return .unknown(
      UnknownReason(.notConfigured, "no conversion rate from \(asset) to \(portfolio.currency) is configured"))
  }

  /// Value of one unit of a coin or currency: its stated rate, or the price of its spot market.
  func price(of asset: Asset) -> Reading<Double> {
    if let rate = portfolio.conversionRate(of: asset) { return .stated(rate) }
    guard let market = portfolio.spotMarkets[asset] else {
      return .unknown(UnknownReason(.notConfigured, "no spot market of \(asset) is configured"))
    }
    return spotPrice(of: market)
  }

  /// Price of a spot market.
  func spotPrice(of id: InstrumentID) -> Reading<Double> {
    guard let quote = input.markets.quote(of: id) else {
      return .unknown(UnknownReason(.notReceived, "no price of \(id) yet"))
    }
    return converted(quote.map(\.price), of: id)
  }

  /// Move of a spot market's price since 24 hours before, a fraction.
  func change(of id: InstrumentID, price: Reading<Double>) -> Reading<Double> {
    guard let before = input.dayAgoPrices[id], before > 0 else {
      return .unknown(UnknownReason(.notReceived, "no price of \(id) 24 hours ago"))
    }
    return price.combined(with: converted(.stated(before), of: id)) { $0 / $1 - 1 }
  }

  /// What is known of `instrument`'s market.
  func market(of id: InstrumentID) -> InstrumentMarket { input.markets[id] ?? InstrumentMarket(unknown: id) }

  private func converted(_ price: Reading<Double>, of id: InstrumentID) -> Reading<Double> {
    guard let instrument = portfolio.instruments[id] else {
      return .unknown(UnknownReason(.notConfigured, "no specification of \(id) is configured"))
    }
    if instrument.quote == portfolio.currency { return price }
    return price * conversion(of: instrument.quote)
  }
}
