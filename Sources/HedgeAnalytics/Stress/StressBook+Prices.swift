import HedgeModel

extension ValuationInput {
  /// Value of one unit of a coin or currency by its stated rate or its spot market.
  func stressPrice(of asset: Asset) -> Reading<Double> {
    if let rate = portfolio.conversionRate(of: asset) { return .stated(rate) }
    guard let id = portfolio.spotMarkets[asset], let instrument = portfolio.instruments[id] else {
      return .unknown(UnknownReason(.notConfigured, "no spot market of \(asset) is configured"))
    }
    guard let market = markets[id] else {
      return .unknown(UnknownReason(.notReceived, "no price of \(id) yet"))
    }
    guard let conversion = portfolio.conversionRate(of: instrument.quote) else {
      return .unknown(
        UnknownReason(
          .notConfigured, "no conversion rate from \(instrument.quote) to \(portfolio.currency) is configured"))
    }
    return market.quote.map { $0.price * conversion }
  }
}

extension LegFigures {
  /// The asset that profit, margin and funding are paid in.
  var settlementAsset: Asset { instrument.convention == .linear ? instrument.quote : instrument.settlement }
}
