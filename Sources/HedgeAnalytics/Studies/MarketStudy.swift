import HedgeModel

/// How the coins of a portfolio move: with each other, with the benchmark, and how much, from the closed bars there are.
public struct MarketStudy: Sendable {
  /// The newest close the study rests on.
  public let asOf: Timestamp
  /// Length of a bar.
  public let interval: BetaPolicy.BarInterval
  /// Bars the correlations and volatilities are over.
  public let window: Int
  /// Bars each average correlation over time is over.
  public let regimeWindow: Int
  /// The coins, such that alike stand together.
  public let assets: [Asset]
  /// Average pairwise correlation at each bar over the ``regimeWindow`` that ends there, oldest first; NaN where unknown.
  public let averages: [Double]
  /// Mean correlation of two different coins over the ``window``; unknown with too few bars.
  public let averageCorrelation: Reading<Double>
  /// The word for how the market moves, with the rule and numbers that decided.
  public let regime: Reading<MarketRegime>
  /// Realised volatility a year of each coin over the ``window``.
  public let volatilities: [Asset: Reading<Double>]
  /// Each coin's beta by every method.
  public let betas: [Asset: BetaComparison]
  /// Each coin's beta over 30, 60 and 90 days.
  public let horizons: [Asset: BetaHorizons]
  /// Whether each coin's beta has held over the ``window``, by the CUSUM of recursive residuals.
  public let stability: [Asset: Reading<CusumTest>]
  private let matrix: CorrelationMatrix
  private let rows: [Int]

  /// The correlation of two coins by their places in ``assets``; NaN where unknown.
  public func correlation(_ first: Int, _ second: Int) -> Double { matrix[rows[first], rows[second]] }

  /// Its 95 % interval; nil where unknown.
  public func interval(_ first: Int, _ second: Int) -> CorrelationInterval? {
    matrix.interval(rows[first], rows[second])
  }
}

extension MarketStudy {
  /// Days that are enough for a history of average correlations.
  private static let historyDays = 365

  /// Bars of each length a study of `policy` can use.
  public static func history(for policy: BetaPolicy) -> Int {
    max(policy.lookback, days(historyDays, policy.interval)) + 1
  }

  private static func days(_ days: Int, _ interval: BetaPolicy.BarInterval) -> Int {
    interval == .day ? days : days * 24
  }

  /// A study of these bars; nil while there are none.
  ///
  /// - Parameters:
  ///   - bars: closed bars of each coin, oldest first.
  ///   - policy: how returns are taken, and over how many bars.
  ///   - source: the feed, for the provenance.
  public init?(of bars: [Asset: [Bar]], benchmark: Benchmark, policy: BetaPolicy, source: String) {
    guard let last = bars.values.compactMap(\.last?.close).max(),
      let longest = bars.values.map(\.count).max(), longest > 1
    else { return nil }
    let coins = bars.keys.sorted()
    let length = min(longest - 1, Self.history(for: policy) - 1)
    let prices = coins.map {
      ReturnSeries.grid(bars[$0] ?? [], last: last, count: length + 1, step: policy.interval.duration)
    }
    let returns = prices.map { ReturnSeries.values(of: $0, policy.returns) }
    let window = min(policy.lookback, length)
    let recent = returns.map { Array($0.suffix(window)) }
    let provenance = Provenance(asOf: last, source: source)
    let market = CompositeBenchmark.values(
      of: benchmark, prices: Dictionary(uniqueKeysWithValues: zip(coins, prices)), policy.returns)
    asOf = last
    interval = policy.interval
    self.window = window
    let regimeWindow = Self.days(policy.interval == .day ? 30 : 7, policy.interval)
    self.regimeWindow = regimeWindow
    let flat = returns.flatMap { $0 }
    averages = AverageCorrelation.rolling(
      returns: flat, seriesCount: coins.count, length: length, window: regimeWindow)
    regime =
      market.isEmpty
      ? .unknown(UnknownReason(.notReceived, "no price history of \(benchmark.label) yet"))
      : MarketRegime.judge(returns: flat, seriesCount: coins.count, benchmark: market, window: regimeWindow)
    let matrix = CorrelationComputation.compute(
      returns: recent.flatMap { $0 }, seriesCount: coins.count, length: window,
      minimumObservations: policy.minimumObservations)
    self.matrix = matrix
    rows = matrix.clusteredOrder()
    assets = rows.map { coins[$0] }
    averageCorrelation =
      matrix.averagePairwise.map { .known($0, provenance) }
      ?? .unknown(UnknownReason(.tooFewObservations, "no two coins with bars enough to correlate"))
    volatilities = Dictionary(
      uniqueKeysWithValues: zip(coins, recent).map { ($0, RealisedVolatility.reading($1, of: $0, policy, provenance)) })
    stability = Dictionary(
      uniqueKeysWithValues: zip(coins, recent).map {
        ($0, Self.stability(of: $0, $1, Array(market.suffix(window)), provenance))
      })
    let rolling = Self.rolling(bars, benchmark, policy)
    betas = coins.reduce(into: [:]) { $0[$1] = rolling.comparison(of: $1, by: BetaMethod.all, source: source) }
    horizons = coins.reduce(into: [:]) { $0[$1] = rolling.horizons(of: $1, source: source) }
  }

  /// All methods over the policy's window, or over 90 days when that is shorter.
  private static func rolling(_ bars: [Asset: [Bar]], _ benchmark: Benchmark, _ policy: BetaPolicy) -> RollingBetas {
    let longest = BetaHorizons.customaryDays.max() ?? 0
    var rolling = RollingBetas(
      assets: Array(bars.keys), benchmark: benchmark,
      policy: BetaPolicy(
        returns: policy.returns, lookback: max(policy.lookback, days(longest, policy.interval)),
        interval: policy.interval, minimumObservations: policy.minimumObservations),
      methods: BetaMethod.all)
    rolling.append(history: bars)
    return rolling
  }

  private static func stability(
    of asset: Asset, _ returns: [Double], _ market: [Double], _ provenance: Provenance
  ) -> Reading<CusumTest> {
    let test = CusumTest(PairedReturns(benchmark: market, asset: returns))
    return test.map { .known($0, provenance) }
      ?? .unknown(
        UnknownReason(.tooFewObservations, "too few returns of \(asset) to test its beta, or none off the line"))
  }
}
