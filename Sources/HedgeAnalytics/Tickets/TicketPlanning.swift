import FoundationEssentials
import HedgeModel

/// Writes the ticket of a strategy from the values its figures are computed from.
public enum TicketPlanning {
  /// The trades to `hedgeRatio`, or to that net beta where the strategy aims at one, as one ticket.
  ///
  /// The sizes are those the suggestions are rounded from, small ones included; here they are rounded together.
  /// Unknown with the reason when an input is unknown or stale: no ticket is written on a stale book.
  ///
  /// - Parameters:
  ///   - input: the values, as for a valuation.
  ///   - name: the strategy.
  ///   - hedgeRatio: nil for the policy's own.
  ///   - liquidity: depth and volume where they are known; the spread is taken from the quotes.
  ///   - books: order books where the feed gives them: what the trades would get, and how deep the side they take is.
  public static func ticket(
    _ input: ValuationInput, strategy name: String, hedgeRatio: Decimal? = nil,
    liquidity: [InstrumentID: TicketLiquidity] = [:], books: [InstrumentID: Reading<OrderBook>] = [:]
  ) -> Reading<TradeTicket> {
    guard let strategy = input.portfolio.strategies.first(where: { $0.name == name }) else {
      return .unknown(UnknownReason(.notConfigured, "no strategy \(name) is configured"))
    }
    // Rounded away from zero, a suggestion is left out only when the venue takes neither lot.
    let policy = strategy.policy.aiming(at: hedgeRatio ?? strategy.policy.aim.value)
    var tried = input
    tried.portfolio = input.portfolio.replacing(name) { $0.with(policy: policy.with(rounding: .awayFromZero)) }
    let figures = PortfolioValuation.evaluate(tried)
    guard let own = figures.strategies.first(where: { $0.name == name }) else {
      return .unknown(UnknownReason(.notConfigured, "no strategy \(name) is configured"))
    }
    return ticket(own, rounding: policy.rounding, at: input.now, currency: input.portfolio.currency) { trade, leg in
      let id = trade.leg.instrument
      let known = Self.liquidity(liquidity[id], quote: input.markets[id]?.quote.value)
      return TicketOrder(trade, leg, liquidity: known, book: books[id])
    }
  }

  private static func ticket(
    _ figures: StrategyFigures, rounding: HedgePolicy.Rounding, at now: Timestamp, currency: Asset,
    order: (TradeSuggestion, LegFigures) -> TicketOrder?
  ) -> Reading<TradeTicket> {
    if let reason = obstacle(in: figures) { return .unknown(reason) }
    return TicketBook.reading(of: figures.netBeta, policy: figures.policy).map { book in
      let orders = figures.suggestions.compactMap { trade -> TicketOrder? in
        guard let leg = figures.legs.first(where: { $0.id == trade.leg }) else { return nil }
        return order(trade, leg)
      }
      return TradeTicket(
        strategy: figures.name, at: now, currency: currency, book: book, orders: orders, rounding: rounding,
        incomplete: figures.suggestionsUnavailable)
    }
  }

  private static func obstacle(in figures: StrategyFigures) -> UnknownReason? {
    if let stale = figures.netBeta.drift.provenance, stale.isStale {
      return UnknownReason(
        .notReceived, "an input is stale: \(stale.source), last heard at \(stale.asOf.iso8601)")
    }
    guard figures.suggestions.isEmpty, let reason = figures.suggestionsUnavailable else { return nil }
    return reason.kind == .undefined ? nil : reason
  }

  private static func liquidity(_ known: TicketLiquidity?, quote: Quote?) -> TicketLiquidity {
    let spread = quote.flatMap { quote -> Double? in
      guard let bid = quote.bid, let ask = quote.ask, ask >= bid else { return nil }
      return 2 * (ask - bid) / (ask + bid)
    }
    return TicketLiquidity(depth: known?.depth, volume: known?.volume, spread: known?.spread ?? spread)
  }
}

extension TicketOrder {
  /// The order a suggested trade of a leg stands for; nil when the leg's beta is unknown.
  fileprivate init?(_ trade: TradeSuggestion, _ leg: LegFigures, liquidity: TicketLiquidity, book: Reading<OrderBook>?)
  {
    let quoted = trade.contracts.inexact * HedgeSizing.contractValue(of: leg.instrument, price: trade.price)
    guard let beta = leg.beta.value?.beta, quoted != 0, trade.notional != 0 else { return nil }
    let conversion = trade.notional / quoted
    let depth = book.flatMap { $0.isFresh ? $0.value : nil }
      .map { $0.value(against: trade.contracts, of: leg.instrument, conversion: conversion) }
    self.init(
      instrument: leg.instrument, account: leg.id.account, size: .estimated(trade.exactContracts), price: trade.price,
      conversion: conversion, beta: beta, feeRate: trade.fee / abs(trade.notional),
      liquidity: TicketLiquidity(depth: depth ?? liquidity.depth, volume: liquidity.volume, spread: liquidity.spread),
      book: book)
  }
}
