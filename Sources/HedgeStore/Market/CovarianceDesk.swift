import HedgeAnalytics
import HedgeModel

/// The covariances of the coins of strategies that hedge by weights of least variance, made anew when a bar has closed.
struct CovarianceDesk: Sendable {
  private struct Need: Sendable {
    let strategy: String
    let markets: [Asset: InstrumentID]
    let policy: BetaPolicy
  }

  private let needs: [Need]
  private var version: Int?
  private var readings: [String: Reading<CoinCovariances>] = [:]

  /// A desk without bars.
  init(portfolio: Portfolio) {
    let still = RegimeDesk.coinsAtRest(in: portfolio)
    let shared = portfolio.accounts.flatMap { $0.balances.keys }
    needs = portfolio.strategies.filter { $0.policy.mode == .minimumVariance }.map { strategy in
      let legs = strategy.legs.compactMap { portfolio.instruments[$0.instrument]?.underlying }
      // Coins that stand behind the legs as collateral are hedged as well.
      let coins = Set(strategy.holdings.map(\.asset) + legs + shared).subtracting(still)
      return Need(
        strategy: strategy.name, markets: portfolio.spotMarkets.filter { coins.contains($0.key) },
        policy: strategy.policy.beta)
    }
  }

  /// The covariances of each such strategy at `now`, by its name: stale when bars that should have closed are missing.
  mutating func readings(at now: Timestamp, from bars: BarBook) -> [String: Reading<CoinCovariances>] {
    guard !needs.isEmpty else { return [:] }
    if version != bars.version {
      version = bars.version
      for need in needs {
        readings[need.strategy] = CoinCovariances.reading(
          of: need.markets.mapValues { bars.bars(of: $0, need.policy.interval) }, policy: need.policy,
          source: need.markets.values.min()?.venue ?? "history")
      }
    }
    return needs.reduce(into: [:]) { aged, need in
      guard let reading = readings[need.strategy] else { return }
      let limit = need.policy.interval.duration * BetaDesk.staleAfterBars
      let isOld = reading.provenance.map { now - $0.asOf > limit } ?? false
      aged[need.strategy] = isOld ? reading.markedStale : reading
    }
  }
}
