import HedgeModel

/// Looks up what a drift model is made from.
struct DriftLookup {
  let input: ValuationInput
  let baseline: ReviewBaseline
  let estimates: BetaLookup

  /// The price of an instrument: spot its quote, a future its mark; nil when nobody knows it.
  ///
  /// What came after the review had no price then; only the positions of now ask for it, at what it is now.
  func price(of id: InstrumentID) -> DriftModel.Price? {
    guard let instrument = input.portfolio.instruments[id], let place = input.markets.layout.place(of: id),
      let rate = input.portfolio.conversionRate(of: instrument.quote)
    else { return nil }
    return DriftModel.Price(place: place, isMark: instrument.isFuture, then: baseline.prices[id], conversion: rate)
  }

  /// The price of a coin's own spot market.
  func price(of asset: Asset) -> DriftModel.Price? { input.portfolio.spotMarkets[asset].flatMap(price(of:)) }

  /// The beta of a coin, then and now; nil when there is none.
  func beta(of asset: Asset) -> DriftModel.Pair? {
    estimates.beta(of: asset).value.map { (baseline.betas[asset] ?? $0.beta, $0.beta) }
  }
}
