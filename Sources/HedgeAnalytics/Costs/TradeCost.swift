import HedgeModel

/// What the trades of one rebalance cost together. Cash is in the portfolio's currency, positive.
public struct TradeCost: Hashable, Sendable {
  /// Each leg, in the order of the trades.
  public let legs: [LegCost]
  /// Fees of all legs.
  public let fees: Double
  /// Slippage of all legs; unknown as soon as that of one is.
  public let slippage: Reading<Double>
  /// Fees and slippage; unknown when the slippage is.
  public let total: Reading<Double>
  /// Fees and the slippage of those legs whose books tell it: what the trades cost at least.
  public let atLeast: Double

  /// The sum of `legs`.
  public init(_ legs: [LegCost]) {
    self.legs = legs
    let fees = legs.reduce(0) { $0 + $1.fee }
    self.fees = fees
    slippage = legs.sum(\.slippage)
    total = slippage.map { $0 + fees }
    atLeast = legs.reduce(fees) { $0 + ($1.slippage.value ?? 0) }
  }

  /// The cost of suggested trades at once.
  ///
  /// - Parameters:
  ///   - trades: the suggestions; their fees are taken as they are.
  ///   - books: depth by instrument, where the feed gives it.
  ///   - instruments: specifications, for how contracts count.
  public init(
    of trades: [TradeSuggestion], books: [InstrumentID: Reading<OrderBook>],
    instruments: [InstrumentID: Instrument]
  ) {
    self.init(
      trades.map { trade in
        let id = trade.leg.instrument
        let book = books[id] ?? .noBook(of: id)
        let convention = instruments[id]?.convention ?? .linear
        let fill = book.map { $0.fill(trade.contracts, convention: convention) }
        return LegCost(
          leg: trade.leg, notional: abs(trade.notional), fee: trade.fee, fill: fill,
          slippage: fill.slippage(of: id, notional: trade.notional))
      })
  }
}
