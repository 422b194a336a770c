import HedgeAnalytics
import HedgeModel

/// How the market of the portfolio's coins moves, judged anew when a bar has closed.
///
/// It goes by the bars of the first strategy's betas: the correlations of the last ``window`` against those before. A
/// new close costs one window of all coins; late history makes all windows be correlated again, once, when it is next
/// read.
struct RegimeDesk: Sendable {
  /// Bars a correlation is taken over.
  static let window = MarketStudy.regimeWindow

  private let coins: [InstrumentID: [Asset]]
  private let markets: [Asset: InstrumentID]
  private let empty: RollingBetas?
  private var returns: RollingBetas?
  /// Prices that have arrived since the regime was last read, by close.
  private var arrived: [Timestamp: [Asset: Double]] = [:]
  /// The average correlation at each close, NaN where there is none; as many as there are returns.
  private var averages: [Double] = []
  /// Steps since the first close that is known.
  private var taken: Int64 = 0
  private var regime: Reading<MarketRegime>?

  /// A desk without bars.
  init(portfolio: Portfolio) {
    let still = Self.coinsAtRest(in: portfolio)
    markets = portfolio.spotMarkets.filter { !still.contains($0.key) }
    coins = markets.reduce(into: [:]) { $0[$1.value, default: []].append($1.key) }
    let moving = Array(markets.keys)
    empty = portfolio.strategies.first.map { strategy in
      let beta = strategy.policy.beta
      return RollingBetas(
        assets: moving, benchmark: portfolio.benchmark,
        policy: BetaPolicy(returns: beta.returns, lookback: BarNeeds.regimeReturns(of: beta), interval: beta.interval))
    }
  }

  /// Coins whose beta is stated to be 0, such as coins of a dollar: they would pass for coins that go their own ways.
  static func coinsAtRest(in portfolio: Portfolio) -> Set<Asset> {
    Set(portfolio.strategies.flatMap { $0.policy.beta.overrides.filter { $0.value == 0 }.keys })
  }

  /// History has come: everything must be correlated again.
  mutating func historyChanged() {
    returns = nil
  }

  /// A bar has closed.
  mutating func append(_ bar: Bar, of instrument: InstrumentID, _ interval: BetaPolicy.BarInterval) {
    guard interval == empty?.policy.interval else { return }
    for coin in coins[instrument] ?? [] { arrived[bar.close, default: [:]][coin] = bar.price ?? .nan }
  }

  /// The regime at `now`, stale when bars that should have closed are missing; nil for a portfolio without strategies.
  mutating func reading(at now: Timestamp, from bars: BarBook) -> Reading<MarketRegime>? {
    takeArrivals()
    if returns == nil { rebuild(from: bars) }
    guard let regime, let returns, let last = returns.lastClose else { return regime }
    let limit = returns.policy.interval.duration * BetaDesk.staleAfterBars
    return now - last > limit ? regime.markedStale : regime
  }

  /// Correlates the windows that end at the closes which have arrived.
  private mutating func takeArrivals() {
    guard !arrived.isEmpty else { return }
    defer { arrived = [:] }
    guard let before = returns?.lastClose else {
      returns = nil
      return
    }
    for close in arrived.keys.sorted() where returns?.append(close: close, prices: arrived[close] ?? [:]) != true {
      returns = nil
      return
    }
    guard let returns, let last = returns.lastClose else { return }
    let steps = (last - before).wholeMilliseconds / returns.policy.interval.duration.wholeMilliseconds
    taken += steps
    correlate(newest: Int(min(steps, Int64(returns.policy.lookback))))
  }

  private mutating func rebuild(from bars: BarBook) {
    guard var fresh = empty else { return }
    let span = fresh.policy.interval.duration * Double(fresh.policy.lookback)
    let history = bars.bars(of: markets, fresh.policy.interval, spanning: span)
    fresh.append(history: history)
    returns = fresh
    averages = [Double](repeating: .nan, count: fresh.policy.lookback)
    guard let last = fresh.lastClose, let first = history.values.compactMap(\.first?.close).min() else {
      regime = .unknown(UnknownReason(.notReceived, "no price history to tell the regime by yet"))
      return
    }
    taken = (last - first).wholeMilliseconds / fresh.policy.interval.duration.wholeMilliseconds
    correlate(newest: fresh.policy.lookback)
  }

  /// Makes room for `steps` new averages, correlates them and the one before, whose bar may have been completed, and
  /// judges the market by all.
  private mutating func correlate(newest steps: Int) {
    guard let returns else { return }
    let count = min(steps + 1, averages.count)
    let length = min(Self.window + count - 1, averages.count)
    let series = markets.keys.sorted().map { returns.returns(of: $0).suffix(length) }
    let fresh = AverageCorrelation.rolling(
      returns: series.flatMap { $0 }, seriesCount: series.count, length: length, window: Self.window)
    averages.removeFirst(steps)
    averages.removeLast(count - steps)
    averages += fresh.suffix(count)
    let full = averages.count - Int(min(taken, Int64(averages.count))) + Self.window - 1
    for step in 0..<min(full, averages.count) { averages[step] = .nan }
    let judged = MarketRegime.judge(averages: averages, benchmark: returns.benchmarkReturns, window: Self.window)
    let source = markets.values.first?.venue ?? "history"
    regime = judged.flatMap {
      .known($0, Provenance(asOf: returns.lastClose ?? .init(milliseconds: 0), source: source))
    }
  }
}
