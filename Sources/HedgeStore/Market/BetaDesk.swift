import HedgeAnalytics
import HedgeModel

/// The betas of every strategy, kept up to date bar by bar.
///
/// Strategies that ask for the same window share it. A bar that follows the newest costs O(assets); history that
/// arrives later than newer bars makes the window be built again from the bar book, once, when it is next read.
struct BetaDesk: Sendable {
  /// Bars in two days of hours and one more: what sparklines and 24-hour changes need.
  private static let hourlyBars = 49
  /// A beta is stale when this many bars should have closed since its newest.
  private static let staleAfterBars = 2.0

  private let strategies: [(name: String, policy: BetaPolicy)]
  private let markets: [Asset: InstrumentID]
  private let assets: [InstrumentID: [Asset]]
  private let benchmark: Benchmark
  private var windows: [BetaPolicy: RollingBetas] = [:]
  private var outdated: Set<BetaPolicy>
  private var estimates: [BetaPolicy: [Asset: Reading<BetaEstimate>]] = [:]
  /// The estimates marked stale, while they are.
  private var stale: [BetaPolicy: [Asset: Reading<BetaEstimate>]] = [:]

  /// A desk without bars.
  init(portfolio: Portfolio) {
    strategies = portfolio.strategies.map { ($0.name, $0.policy.beta.withoutOverrides) }
    markets = portfolio.spotMarkets
    assets = Dictionary(grouping: portfolio.spotMarkets.keys) { portfolio.spotMarkets[$0] }
      .reduce(into: [:]) { if let instrument = $1.key { $0[instrument] = $1.value } }
    benchmark = portfolio.benchmark
    outdated = Set(strategies.map(\.policy))
  }

  /// How many bars of each length the portfolio needs.
  static func capacities(for portfolio: Portfolio) -> [BetaPolicy.BarInterval: Int] {
    portfolio.strategies.map(\.policy.beta).reduce(into: [.hour: hourlyBars, .day: 2]) { counts, policy in
      counts[policy.interval] = max(counts[policy.interval] ?? 0, policy.lookback + 1)
    }
  }

  /// History has come: the windows must be built again.
  mutating func historyChanged() {
    outdated = Set(strategies.map(\.policy))
  }

  /// A bar has closed.
  mutating func append(_ bar: Bar, of instrument: InstrumentID, _ interval: BetaPolicy.BarInterval) {
    let prices = (assets[instrument] ?? []).reduce(into: [Asset: Double]()) { $0[$1] = bar.price ?? .nan }
    guard !prices.isEmpty else { return }
    for policy in windows.keys where policy.interval == interval && !outdated.contains(policy) {
      estimates[policy] = nil
      if windows[policy]?.append(close: bar.close, prices: prices) != true { outdated.insert(policy) }
    }
  }

  /// The betas of each strategy at `now`, by its name: stale when bars that should have closed are missing.
  mutating func readings(at now: Timestamp, from bars: BarBook) -> [String: [Asset: Reading<BetaEstimate>]] {
    strategies.reduce(into: [:]) { readings, strategy in
      readings[strategy.name] = aged(strategy.policy, at: now, bars)
    }
  }

  /// All of a window's estimates are as old as its last bar, so they become stale together; until then, and after, the
  /// same dictionary is shared by every strategy and every snapshot.
  private mutating func aged(
    _ policy: BetaPolicy, at now: Timestamp, _ bars: BarBook
  ) -> [Asset: Reading<BetaEstimate>] {
    let fresh = current(policy, bars)
    let limit = policy.interval.duration * Self.staleAfterBars
    guard let last = windows[policy]?.lastClose, now - last > limit else { return fresh }
    if let known = stale[policy] { return known }
    let marked = fresh.mapValues(\.markedStale)
    stale[policy] = marked
    return marked
  }

  private mutating func current(_ policy: BetaPolicy, _ bars: BarBook) -> [Asset: Reading<BetaEstimate>] {
    if outdated.remove(policy) != nil { rebuild(policy, from: bars) }
    if let known = estimates[policy] { return known }
    let source = markets.values.first?.venue ?? "history"
    let fresh = windows[policy]?.estimates(source: source) ?? [:]
    estimates[policy] = fresh
    stale[policy] = nil
    return fresh
  }

  private mutating func rebuild(_ policy: BetaPolicy, from bars: BarBook) {
    var window = RollingBetas(assets: Array(markets.keys), benchmark: benchmark, policy: policy)
    window.append(history: markets.mapValues { bars.bars(of: $0, policy.interval) })
    windows[policy] = window
    estimates[policy] = nil
  }
}

extension BetaPolicy {
  /// The same window; stated betas are applied where the estimates are used.
  fileprivate var withoutOverrides: BetaPolicy {
    BetaPolicy(
      returns: returns, lookback: lookback, interval: interval, minimumObservations: minimumObservations)
  }
}

extension Reading {
  /// The same reading, stale.
  fileprivate var markedStale: Reading {
    guard case .known(let value, let provenance) = self else { return self }
    return .known(value, Provenance(asOf: provenance.asOf, origin: provenance.origin, isStale: true))
  }
}
