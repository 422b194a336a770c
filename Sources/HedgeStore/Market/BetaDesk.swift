import HedgeAnalytics
import HedgeModel

/// The betas of every strategy, kept up to date bar by bar.
///
/// Strategies that ask for the same window share it, each with its method. The bars of one close cost O(assets)
/// together; history that arrives later than newer bars makes the window be built again from the bar book, once, when
/// it is next read.
struct BetaDesk: Sendable {
  /// A beta is stale when this many bars should have closed since its newest.
  static let staleAfterBars = 2.0

  private typealias Estimates = [Asset: Reading<BetaEstimate>]

  private let strategies: [(name: String, window: BetaPolicy, method: BetaMethod)]
  private let methods: [BetaPolicy: Set<BetaMethod>]
  private let markets: [Asset: InstrumentID]
  private let assets: [InstrumentID: [Asset]]
  private let benchmark: Benchmark
  private var windows: [BetaPolicy: RollingBetas] = [:]
  private var outdated: Set<BetaPolicy>
  /// Prices that have arrived since the windows were last read, by close.
  private var arrived: [BetaPolicy.BarInterval: [Timestamp: [Asset: Double]]] = [:]
  private var estimates: [BetaPolicy: [BetaMethod: Estimates]] = [:]
  /// The estimates marked stale, while they are.
  private var stale: [BetaPolicy: [BetaMethod: Estimates]] = [:]

  /// A desk without bars.
  init(portfolio: Portfolio) {
    strategies = portfolio.strategies.map { ($0.name, $0.policy.beta.window, $0.policy.beta.method) }
    methods = strategies.reduce(into: [:]) { $0[$1.window, default: []].insert($1.method) }
    markets = portfolio.spotMarkets
    assets = Dictionary(grouping: portfolio.spotMarkets.keys) { portfolio.spotMarkets[$0] }
      .reduce(into: [:]) { if let instrument = $1.key { $0[instrument] = $1.value } }
    benchmark = portfolio.benchmark
    outdated = Set(methods.keys)
  }

  /// History has come: the windows must be built again.
  mutating func historyChanged() {
    outdated = Set(methods.keys)
  }

  /// A bar has closed.
  mutating func append(_ bar: Bar, of instrument: InstrumentID, _ interval: BetaPolicy.BarInterval) {
    for asset in assets[instrument] ?? [] {
      arrived[interval, default: [:]][bar.close, default: [:]][asset] = bar.price ?? .nan
    }
  }

  /// The betas of each strategy at `now`, by its name: stale when bars that should have closed are missing.
  mutating func readings(at now: Timestamp, from bars: BarBook) -> [String: [Asset: Reading<BetaEstimate>]] {
    takeArrivals()
    return strategies.reduce(into: [:]) { readings, strategy in
      readings[strategy.name] = aged(strategy.window, strategy.method, at: now, bars)
    }
  }

  /// Closes are taken in order, each with the prices of all its assets at once.
  private mutating func takeArrivals() {
    guard !arrived.isEmpty else { return }
    for (interval, closes) in arrived {
      for window in Array(windows.keys) where window.interval == interval && !outdated.contains(window) {
        estimates[window] = nil
        let isInOrder = closes.keys.sorted().allSatisfy { close in
          windows[window]?.append(close: close, prices: closes[close] ?? [:]) == true
        }
        if !isInOrder { outdated.insert(window) }
      }
    }
    arrived = [:]
  }

  /// All of a window's estimates are as old as its last bar, so they become stale together; until then, and after, the
  /// same dictionary is shared by every strategy and every snapshot.
  private mutating func aged(
    _ window: BetaPolicy, _ method: BetaMethod, at now: Timestamp, _ bars: BarBook
  ) -> Estimates {
    let fresh = current(window, method, bars)
    let limit = window.interval.duration * Self.staleAfterBars
    guard let last = windows[window]?.lastClose, now - last > limit else { return fresh }
    if let known = stale[window]?[method] { return known }
    let marked = fresh.mapValues(\.markedStale)
    stale[window, default: [:]][method] = marked
    return marked
  }

  private mutating func current(_ window: BetaPolicy, _ method: BetaMethod, _ bars: BarBook) -> Estimates {
    if outdated.remove(window) != nil { rebuild(window, from: bars) }
    if let known = estimates[window]?[method] { return known }
    let source = markets.values.first?.venue ?? "history"
    let fresh = windows[window]?.estimates(by: method, source: source) ?? [:]
    estimates[window, default: [:]][method] = fresh
    stale[window]?[method] = nil
    return fresh
  }

  private mutating func rebuild(_ window: BetaPolicy, from bars: BarBook) {
    let wanted = methods[window] ?? []
    var betas = RollingBetas(
      assets: Array(markets.keys), benchmark: benchmark, policy: window, methods: Array(wanted))
    let span = window.interval.duration * Double(BarNeeds.returns(lookback: window.lookback, wanted))
    betas.append(history: bars.bars(of: markets, window.interval, spanning: span))
    windows[window] = betas
    estimates[window] = nil
  }
}

extension BetaPolicy {
  /// The window alone: methods share it, and stated betas are applied where the estimates are used.
  fileprivate var window: BetaPolicy {
    BetaPolicy(
      returns: returns, lookback: lookback, interval: interval, minimumObservations: minimumObservations)
  }
}

extension Reading {
  /// The same reading, stale.
  var markedStale: Reading {
    guard case .known(let value, let provenance) = self else { return self }
    return .known(value, Provenance(asOf: provenance.asOf, origin: provenance.origin, isStale: true))
  }
}
