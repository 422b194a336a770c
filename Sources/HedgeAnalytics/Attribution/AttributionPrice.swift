import HedgeModel

/// Where a price of a position is read from, in the portfolio's currency.
public enum AttributionPrice: Hashable, Sendable {
  /// The quote of a spot market, times the value of its quote currency.
  case quote(InstrumentID, rate: Double)
  /// The mark price of a future, times the value of its quote currency.
  case mark(InstrumentID, rate: Double)
  /// The index a future's venue gives for its underlying, times the value of the quote currency.
  case index(InstrumentID, rate: Double)
  /// A stated value.
  case stated(Double)
  /// Nowhere, and why.
  case missing(UnknownReason)

  /// The price in `markets`; unknown (invalid) when it is not positive and finite.
  public func reading(in markets: MarketTable) -> Reading<Double> {
    switch self {
    case .quote(let id, let rate):
      Self.converted(markets.quote(of: id)?.map(\.price) ?? InstrumentMarket(unknown: id).quote.map(\.price), rate, id)
    case .mark(let id, let rate):
      Self.converted(markets.mark(of: id) ?? InstrumentMarket(unknown: id).mark, rate, id)
    case .index(let id, let rate):
      Self.converted((markets[id] ?? InstrumentMarket(unknown: id)).index, rate, id)
    case .stated(let price): .stated(price)
    case .missing(let reason): .unknown(reason)
    }
  }

  private static func converted(_ price: Reading<Double>, _ rate: Double, _ id: InstrumentID) -> Reading<Double> {
    guard let value = price.value else { return price }
    guard value > 0, value.isFinite else {
      return .unknown(UnknownReason(.invalid, "the price of \(id) is \(value.isFinite ? "\(value)" : "no number")"))
    }
    return rate == 1 ? price : price.map { $0 * rate }
  }
}
