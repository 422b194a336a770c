import FoundationEssentials
import HedgeModel

/// Collects what a transition of a strategy needs from its figures, and how old that is.
struct TransitionBuilder {
  let terms: TransitionTerms
  let strategy: StrategyFigures
  let portfolio: Portfolio
  private var gate = ReadingGate()

  init(terms: TransitionTerms, strategy: StrategyFigures, portfolio: Portfolio) {
    self.terms = terms
    self.strategy = strategy
    self.portfolio = portfolio
  }

  /// `request` with the age of everything taken for it.
  func reading(_ request: TransitionRequest) -> Reading<TransitionRequest> { gate.reading(request) }

  mutating func request(
    at now: Timestamp, price: (Asset) -> Reading<Double>
  ) throws(TransitionObstacle) -> TransitionRequest {
    guard let sold = try held(terms.from) else {
      throw TransitionObstacle(.notConfigured, "\(strategy.name) holds no \(terms.from.asset)")
    }
    let bought = try bought(price)
    let hedging = try hedging(sold, bought)
    let book = try known(TicketBook.reading(of: strategy.netBeta, policy: strategy.policy))
    let all = TransitionRequest(
      strategy: strategy.name, at: now, currency: portfolio.currency, from: sold, to: bought, hedging: hedging,
      quantity: terms.quantity, hedgeRatio: (terms.hedgeRatio ?? strategy.policy.hedgeRatio ?? 1).inexact,
      steps: terms.steps, band: strategy.policy.band, moved: terms.moved, stepsBefore: terms.stepsBefore)
    return all.with(rest: rest(of: book, besides: all))
  }

  /// What the book holds besides the two coins and their hedges.
  private func rest(of book: TicketBook, besides request: TransitionRequest) -> TransitionRequest.Rest {
    let coins = [request.from] + (request.to.map { [$0] } ?? [])
    let values = coins.map { ($0.quantity.inexact * $0.price, $0.beta) }
    return TransitionRequest.Rest(
      value: values.reduce(book.value) { $0 - $1.0 },
      unhedgedBetaValue: values.reduce(book.unhedgedBetaValue) { $0 - $1.0 * $1.1 },
      legBetaValue: request.hedges.reduce(book.legBetaValue) { $0 - $1.contracts.inexact * $1.contractBetaValue })
  }

  /// A coin as it is held; nil for one that is not.
  private mutating func held(_ coin: TransitionTerms.Coin) throws(TransitionObstacle) -> TransitionCoin? {
    let held = strategy.holdings.filter { $0.origin == .spot && $0.asset == coin.asset }
    guard let first = held.first else { return nil }
    var quantity = Decimal(0)
    for holding in held { quantity += try known(holding.quantity) }
    return try TransitionCoin(
      spot: spotMarket(first.instrument, coin.asset), quantity: quantity, price: known(coin.price, or: first.price),
      beta: known(coin.beta, or: first.beta.map(\.beta)), feeRate: terms.spotFee)
  }

  private mutating func bought(_ price: (Asset) -> Reading<Double>) throws(TransitionObstacle) -> TransitionCoin? {
    guard let coin = terms.to else { return nil }
    if let held = try held(coin) { return held }
    return try unheld(coin, price)
  }

  private mutating func unheld(
    _ coin: TransitionTerms.Coin, _ price: (Asset) -> Reading<Double>
  ) throws(TransitionObstacle) -> TransitionCoin {
    let paid = try known(coin.price, or: price(coin.asset))
    let beta = try known(coin.beta, or: beta(of: coin.asset))
    let market = portfolio.spotMarkets[coin.asset] ?? InstrumentID(venue: "spot", symbol: coin.asset.symbol)
    return TransitionCoin(
      spot: spotMarket(market, coin.asset), quantity: 0, price: paid, beta: beta, feeRate: terms.spotFee)
  }

  private func beta(of asset: Asset) -> Reading<Double> {
    strategy.legs.first { $0.instrument.underlying == asset }?.beta.map(\.beta)
      ?? .unknown(
        UnknownReason(.notConfigured, "the beta of \(asset) is not known: \(strategy.name) has no leg on it"))
  }

  private func spotMarket(_ id: InstrumentID, _ asset: Asset) -> Instrument {
    portfolio.instruments[id]
      ?? Instrument(
        id: id, kind: .spot, underlying: asset, quote: portfolio.currency, settlement: portfolio.currency,
        tickSize: Decimal(1) / 100, lotStep: Decimal(1) / 100_000_000)
  }

  private mutating func hedging(
    _ sold: TransitionCoin, _ bought: TransitionCoin?
  ) throws(TransitionObstacle) -> TransitionRequest.Hedging {
    if case .benchmark(let instrument) = strategy.policy.mode {
      return .shared(try hedge("\(instrument)") { $0.id.instrument == instrument })
    }
    let from = try hedge(on: sold.spot.underlying)
    guard let bought else { return .each(from: from, to: nil) }
    return .each(from: from, to: try hedge(on: bought.spot.underlying))
  }

  private mutating func hedge(on asset: Asset) throws(TransitionObstacle) -> TransitionHedge {
    try hedge("\(asset)") { $0.instrument.underlying == asset }
  }

  private mutating func hedge(
    _ name: String, _ isMeant: (LegFigures) -> Bool
  ) throws(TransitionObstacle) -> TransitionHedge {
    guard let leg = strategy.legs.first(where: isMeant) else {
      throw TransitionObstacle(
        .notConfigured, "\(strategy.name) has no leg on \(name) to hedge with; add one with contracts = 0")
    }
    guard let conversion = portfolio.conversionRate(of: leg.instrument.quote) else {
      throw TransitionObstacle(.notConfigured, "no conversion rate of \(leg.instrument.quote) is stated")
    }
    return try TransitionHedge(
      instrument: leg.instrument, account: leg.id.account, contracts: leg.leg.contracts, price: known(leg.mark),
      conversion: conversion, beta: known(leg.beta).beta,
      feeRate: portfolio.accounts.first { $0.id == leg.id.account }?.fees.taker.inexact)
  }

  /// What is stated, or else what is read.
  private mutating func known(
    _ stated: Double?, or reading: Reading<Double>
  ) throws(TransitionObstacle) -> Double {
    if let stated { return stated }
    return try known(reading)
  }

  /// The value when a plan may rest on it.
  private mutating func known<Value>(_ reading: Reading<Value>) throws(TransitionObstacle) -> Value {
    guard let value = gate.take(reading) else {
      throw TransitionObstacle(reading.unknownReason ?? UnknownReason(.undefined, "a figure is missing"))
    }
    if let provenance = reading.provenance, provenance.isStale {
      throw TransitionObstacle(
        .notReceived, "an input is stale: \(provenance.source), last heard at \(provenance.asOf.iso8601)")
    }
    return value
  }
}
