import HedgeModel

/// A spot market with its names looked up.
struct SpotMarket: Sendable {
  private let id: InstrumentID
  /// Where it stands in the market table; nil when nothing of it has ever arrived.
  private let place: Int?
  /// Value of one unit of the quote currency, in the portfolio's.
  private let conversion: Reading<Double>
  /// The price 24 hours before, in the portfolio's currency.
  private let dayAgo: Reading<Double>

  /// The market `id`.
  init(_ id: InstrumentID, in input: ValuationInput) {
    self.id = id
    place = input.markets.layout.place(of: id)
    conversion =
      input.portfolio.instruments[id].map { input.portfolio.conversion(of: $0.quote) }
      ?? .unknown(UnknownReason(.notConfigured, "no specification of \(id) is configured"))
    if let before = input.dayAgoPrices[id], before > 0 {
      dayAgo = conversion.map { before * $0 }
    } else {
      dayAgo = .unknown(UnknownReason(.notReceived, "no price of \(id) 24 hours ago"))
    }
  }

  /// Its price in the portfolio's currency.
  func price(in markets: MarketTable) -> Reading<Double> {
    guard let place else {
      return .unknown(UnknownReason(.notReceived, id.isUnread ? id.symbol : "no price of \(id) yet"))
    }
    return markets.values[place].quote.combined(with: conversion) { $0.price * $1 }
  }

  /// The move of `price` since 24 hours before, a fraction.
  func change(of price: Reading<Double>) -> Reading<Double> { dayAgo.combined(with: price) { $1 / $0 - 1 } }
}

extension Portfolio {
  /// Value of one unit of a quote currency.
  func conversion(of asset: Asset) -> Reading<Double> {
    if let rate = conversionRate(of: asset) { return .stated(rate) }
    return .unknown(UnknownReason(.notConfigured, "no conversion rate from \(asset) to \(currency) is configured"))
  }

  /// The price of a coin that has neither a stated rate nor a spot market.
  func withoutSpotMarket(_ asset: Asset) -> Reading<Double> {
    .unknown(UnknownReason(.notConfigured, "no spot market of \(asset) is configured"))
  }
}
