import HedgeAnalytics
import HedgeModel

/// Whether the betas of the portfolio's coins over 30, 60 and 90 days disagree, estimated anew when a bar has closed.
struct DisagreementDesk: Sendable {
  private var version: Int?
  private var known: [Asset: Reading<BetaDisagreement>] = [:]

  /// How the betas of each coin disagree, by the bars of the first strategy's betas. Coins whose beta is stated are left
  /// out: nothing is estimated of them.
  mutating func readings(of portfolio: Portfolio, from bars: BarBook) -> [Asset: Reading<BetaDisagreement>] {
    if version != bars.version {
      version = bars.version
      known = Self.compare(portfolio, bars)
    }
    return known
  }

  private static func compare(_ portfolio: Portfolio, _ bars: BarBook) -> [Asset: Reading<BetaDisagreement>] {
    guard let policy = portfolio.strategies.first?.policy.beta, let days = BetaHorizons.customaryDays.max() else {
      return [:]
    }
    let window = BetaPolicy(
      returns: policy.returns, lookback: policy.interval == .day ? days : days * 24, interval: policy.interval,
      minimumObservations: policy.minimumObservations)
    let assets = portfolio.spotMarkets.keys.filter { policy.overrides[$0] == nil }.sorted()
    var betas = RollingBetas(assets: assets, benchmark: portfolio.benchmark, policy: window)
    betas.append(
      history: bars.bars(
        of: portfolio.spotMarkets, window.interval, spanning: window.interval.duration * Double(window.lookback)))
    return assets.reduce(into: [:]) { $0[$1] = betas.horizons(of: $1).disagreement }
  }
}
