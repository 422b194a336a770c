import HedgeModel
import HedgeAnalytics

extension BarBook {
  /// How old a close may be to stand for the price of an instant.
  private static let nearness = Duration.hours(1)

  /// The prices of spot markets at an instant of the past, where a bar closed within the hour before it.
  func quotes(at instant: Timestamp, of markets: [Asset: InstrumentID]) -> MarketTable {
    var quotes: [InstrumentID: InstrumentMarket] = [:]
    for instrument in markets.values {
      guard let quote = close(of: instrument, near: instant).flatMap({ Quote(price: $0) }) else { continue }
      var market = InstrumentMarket(unknown: instrument)
      market.quote = .known(quote, Provenance(asOf: instant, source: "history"))
      quotes[instrument] = market
    }
    return MarketTable(quotes)
  }

  private func close(of instrument: InstrumentID, near instant: Timestamp) -> Double? {
    for interval in [BetaPolicy.BarInterval.hour, .day] {
      let last = bars(of: instrument, interval).last { $0.close <= instant && $0.price != nil }
      if let last, instant - last.close < Self.nearness { return last.price }
    }
    return nil
  }
}
