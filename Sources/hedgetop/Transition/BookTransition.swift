import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A transition of a configured strategy, from its figures now.
struct BookTransition {
  let from: CoinText
  let to: CoinText?
  /// Coins to sell; nil for all.
  let quantity: Decimal?
  /// H; nil for the policy's.
  let ratio: Decimal?
  let steps: Int
  /// Fee of spot trades, which no configuration states; nil when not stated.
  let spotFee: Double?
  let strategy: StrategyFigures
  let portfolio: Portfolio

  /// What is to be planned.
  ///
  /// - Throws: ``ProgramFailure`` when something needed is not held, not configured, unknown or stale.
  func request(at now: Timestamp) throws -> TransitionRequest {
    let sold = try coin(from, "--from", isHeld: true)
    let bought = try to.map { try coin($0, "--to", isHeld: false) }
    let hedging = try hedging(bought)
    let book = try known(TicketBook.reading(of: strategy.netBeta, policy: strategy.policy))
    let coins = [sold] + (bought.map { [$0] } ?? [])
    let values = coins.map { ($0.quantity.inexact * $0.price, $0.beta) }
    let all = TransitionRequest(
      strategy: strategy.name, at: now, currency: portfolio.currency, from: sold, to: bought, hedging: hedging,
      quantity: quantity, hedgeRatio: (ratio ?? strategy.policy.hedgeRatio ?? 1).inexact, steps: steps,
      band: strategy.policy.band)
    let legs = all.hedges.reduce(0.0) { $0 + $1.contracts.inexact * $1.contractBetaValue }
    return all.with(
      rest: TransitionRequest.Rest(
        value: values.reduce(book.value) { $0 - $1.0 },
        unhedgedBetaValue: values.reduce(book.unhedgedBetaValue) { $0 - $1.0 * $1.1 },
        legBetaValue: book.legBetaValue - legs))
  }

  /// A coin as it is held; one that is not held yet as it is stated.
  private func coin(_ text: CoinText, _ option: String, isHeld: Bool) throws -> TransitionCoin {
    let held = strategy.holdings.filter { $0.origin == .spot && $0.asset == text.asset }
    guard let first = held.first else {
      guard !isHeld else { throw ProgramFailure(.usage, "\(option): \(strategy.name) holds no \(text.asset)") }
      return try unheld(text, option)
    }
    let quantity = try held.reduce(Decimal(0)) { $0 + (try known($1.quantity)) }
    return TransitionCoin(
      spot: spotMarket(first.instrument, text.asset), quantity: quantity,
      price: try text.price?.inexact ?? known(first.price), beta: try text.beta ?? known(first.beta).beta,
      feeRate: spotFee)
  }

  private func unheld(_ text: CoinText, _ option: String) throws -> TransitionCoin {
    guard let price = text.price else {
      throw ProgramFailure(
        .usage, "\(option): \(strategy.name) holds no \(text.asset) yet; state its price: \(text.asset)@3500:beta=1.2")
    }
    let leg = strategy.legs.first { $0.instrument.underlying == text.asset }
    guard let beta = text.beta ?? leg?.beta.value?.beta else {
      throw ProgramFailure(
        .usage, "\(option): the beta of \(text.asset) is not known; state it: \(text.asset)@\(price):beta=1.2")
    }
    let market = portfolio.spotMarkets[text.asset] ?? InstrumentID(venue: "spot", symbol: text.asset.symbol)
    return TransitionCoin(
      spot: spotMarket(market, text.asset), quantity: 0, price: price.inexact, beta: beta, feeRate: spotFee)
  }

  private func spotMarket(_ id: InstrumentID, _ asset: Asset) -> Instrument {
    portfolio.instruments[id]
      ?? Instrument(
        id: id, kind: .spot, underlying: asset, quote: portfolio.currency, settlement: portfolio.currency,
        tickSize: Decimal(1) / 100, lotStep: StatedTransition.coinLot)
  }

  private func hedging(_ bought: TransitionCoin?) throws -> TransitionRequest.Hedging {
    if case .benchmark(let instrument) = strategy.policy.mode {
      return .shared(try hedge({ $0.id.instrument == instrument }, "\(instrument)"))
    }
    let to = try bought.map { coin in
      try hedge({ $0.instrument.underlying == coin.spot.underlying }, "\(coin.spot.underlying)")
    }
    return .each(from: try hedge({ $0.instrument.underlying == from.asset }, "\(from.asset)"), to: to)
  }

  private func hedge(_ isMeant: (LegFigures) -> Bool, _ name: String) throws -> TransitionHedge {
    guard let leg = strategy.legs.first(where: isMeant) else {
      throw ProgramFailure(
        .configuration, "\(strategy.name) has no leg on \(name) to hedge with; add one with contracts = 0")
    }
    guard let conversion = portfolio.conversionRate(of: leg.instrument.quote) else {
      throw ProgramFailure(.configuration, "no conversion rate of \(leg.instrument.quote) is stated")
    }
    return TransitionHedge(
      instrument: leg.instrument, account: leg.id.account, contracts: leg.leg.contracts, price: try known(leg.mark),
      conversion: conversion, beta: try known(leg.beta).beta,
      feeRate: portfolio.accounts.first { $0.id == leg.id.account }?.fees.taker.inexact)
  }

  /// The value when a plan may rest on it.
  private func known<Value>(_ reading: Reading<Value>) throws -> Value {
    guard let value = reading.value else {
      throw ProgramFailure(reading.unknownReason ?? UnknownReason(.undefined, "a figure is missing"))
    }
    if let provenance = reading.provenance, provenance.isStale {
      throw ProgramFailure(
        .noData, "an input is stale: \(provenance.source), last heard at \(provenance.asOf.iso8601)")
    }
    return value
  }
}
