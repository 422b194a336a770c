import HedgeModel

/// Betas of many assets to one benchmark over a window that moves with the bars.
///
/// A new bar costs O(assets): the products that enter are added, those that leave subtracted. The sums are about
/// shifted origins and rebuilt from the window once per window length, so they stay within 1e-9 of a fit from scratch
/// however long it runs. Exponential and Kalman betas carry their state from bar to bar, over all history received.
///
///     var betas = RollingBetas(assets: ["ETH", "SOL"], benchmark: Benchmark("BTC"), policy: policy)
///     betas.append(close: barClose, prices: ["BTC": 65_000, "ETH": 3_500, "SOL": 150])
///     betas.estimate(of: "ETH")
public struct RollingBetas: Sendable {
  /// What beta is measured against.
  public let benchmark: Benchmark
  /// Returns, lookback, bar length and fewest observations.
  public let policy: BetaPolicy
  /// The assets, the benchmark's components included.
  public let assets: [Asset]
  /// When the newest bar closed; nil before the first.
  public private(set) var lastClose: Timestamp?

  let columns: [Asset: Int]
  let components: [(column: Int, weight: Double)]
  /// Prices at the last close and one step before; NaN where there was none.
  private var prices: [Double]
  private var before: [Double]
  var window: RollingWindow
  var exponentials: [RecursiveBetas<ExponentialBeta>]
  var filters: [RecursiveBetas<KalmanBeta>]

  /// An empty window.
  ///
  /// - Parameter methods: estimators to keep up to date besides least squares and what is drawn from it (Vasicek,
  ///   Blume), which are always there. The second factor of a two-factor method joins the assets.
  public init(assets: [Asset], benchmark: Benchmark, policy: BetaPolicy, methods: [BetaMethod] = []) {
    let factors = Set(methods.compactMap(\.secondFactor))
    let all = Array(Set(assets + benchmark.components.map(\.asset) + factors)).sorted()
    let columns = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
    self.benchmark = benchmark
    self.policy = policy
    self.assets = all
    self.columns = columns
    components = benchmark.components.compactMap { component in
      columns[component.asset].map { ($0, component.weight) }
    }
    prices = [Double](repeating: .nan, count: all.count)
    before = prices
    window = RollingWindow(
      assets: all.count, capacity: max(policy.lookback, 1), factors: factors.sorted().compactMap { columns[$0] })
    exponentials = Set(methods).compactMap { method in
      guard case .exponential(let decay) = method else { return nil }
      return RecursiveBetas(method, ExponentialBeta(decay: decay.perBar), assets: all.count)
    }
    filters = Set(methods).compactMap { method in
      guard case .kalman(let parameters) = method else { return nil }
      return RecursiveBetas(method, KalmanBeta(parameters), assets: all.count)
    }
  }

  /// Takes in the prices of the bar that closed at `close`; assets without one have a gap there.
  ///
  /// A close that is already there completes or corrects that bar. Steps between the last close and this one that were
  /// left out are gaps. Returns false, and changes nothing, for a close before the last one or off its grid.
  @discardableResult
  public mutating func append(close: Timestamp, prices new: [Asset: Double]) -> Bool {
    var row = [Double](repeating: .nan, count: assets.count)
    for (asset, price) in new { if let column = columns[asset] { row[column] = price } }
    guard let last = lastClose else {
      prices = row
      lastClose = close
      return true
    }
    let step = policy.interval.duration.wholeMilliseconds
    let distance = close.milliseconds - last.milliseconds
    guard distance >= 0, distance % step == 0 else { return false }
    if distance == 0 { amend(row) } else { advance(to: row, skipping: distance / step - 1) }
    lastClose = close
    return true
  }

  /// Takes in a whole history: the bars of each asset, by rising close.
  public mutating func append(history: [Asset: [Bar]]) {
    var rows: [Timestamp: [Asset: Double]] = [:]
    for (asset, bars) in history {
      for bar in bars { rows[bar.close, default: [:]][asset] = bar.price ?? .nan }
    }
    for close in rows.keys.sorted() { append(close: close, prices: rows[close] ?? [:]) }
  }

  private mutating func advance(to row: [Double], skipping gaps: Int64) {
    let missing = [Double](repeating: .nan, count: assets.count)
    for _ in 0..<min(gaps, Int64(policy.lookback)) { window.push(benchmark: .nan, assets: missing) }
    before = gaps > 0 ? missing : prices
    prices = row
    let step = returns()
    window.push(benchmark: step.benchmark, assets: step.assets)
    for index in exponentials.indices {
      exponentials[index].push(benchmark: step.benchmark, assets: step.assets)
    }
    for index in filters.indices {
      filters[index].skip(steps: gaps)
      filters[index].push(benchmark: step.benchmark, assets: step.assets)
    }
  }

  private mutating func amend(_ row: [Double]) {
    for (column, price) in row.enumerated() where !price.isNaN { prices[column] = price }
    let step = returns()
    window.replaceNewest(benchmark: step.benchmark, assets: step.assets)
    for index in exponentials.indices {
      exponentials[index].replaceNewest(benchmark: step.benchmark, assets: step.assets)
    }
    for index in filters.indices {
      filters[index].replaceNewest(benchmark: step.benchmark, assets: step.assets)
    }
  }

  private func returns() -> (benchmark: Double, assets: [Double]) {
    let row = prices.indices.map { ReturnSeries.value(from: before[$0], to: prices[$0], policy.returns) }
    if components.count == 1 { return (row[components[0].column], row) }
    let simple = components.map { ReturnSeries.value(from: before[$0.column], to: prices[$0.column], .simple) }
    let composite = CompositeBenchmark.value(
      simpleReturns: simple, weights: components.map(\.weight), policy.returns)
    return (composite, row)
  }
}

extension BetaMethod {
  /// The second factor of the two-factor method.
  fileprivate var secondFactor: Asset? {
    if case .twoFactor(let second) = self { second } else { nil }
  }
}
