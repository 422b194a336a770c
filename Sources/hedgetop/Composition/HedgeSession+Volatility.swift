import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import MarketData

extension HedgeSession {
  /// Realised volatility a year of every coin with a spot market, all over the window that the first strategy's betas
  /// are estimated over; unknown with the reason where the feed has no history, or too little.
  func volatilities() async -> [Asset: Reading<Double>] {
    let portfolio = configuration.portfolio
    guard let policy = portfolio.strategies.first?.policy.beta else { return [:] }
    var volatilities: [Asset: Reading<Double>] = [:]
    for (asset, market) in portfolio.spotMarkets.sorted(by: { $0.key < $1.key }) {
      let request = HistoryRequest(
        instrument: market, interval: policy.interval, count: policy.lookback + 1, end: connection.clock.now())
      do {
        let bars = try await connection.feed(of: market).history(request)
        volatilities[asset] = Self.volatility(of: asset, bars, policy, source: market.venue)
      } catch {
        let reason = "no \(policy.interval.rawValue) history of \(market): \(error)"
        volatilities[asset] = .unknown(UnknownReason(.notReceived, reason))
      }
    }
    return volatilities
  }

  private static func volatility(
    of asset: Asset, _ bars: [Bar], _ policy: BetaPolicy, source: String
  ) -> Reading<Double> {
    guard let last = bars.last?.close else {
      return .unknown(UnknownReason(.notReceived, "no price history of \(asset) yet"))
    }
    let returns = ReturnSeries.window(
      bars, last: last, lookback: policy.lookback, interval: policy.interval, policy.returns)
    return RealisedVolatility.reading(returns, of: asset, policy, Provenance(asOf: last, source: source))
  }
}
