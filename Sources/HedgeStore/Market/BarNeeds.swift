import HedgeModel

/// How many bars of the past a portfolio's figures are made from.
public enum BarNeeds {
  /// Bars in two days of hours and one more: what sparklines and 24-hour changes need.
  private static let hours = 49
  /// Bars an estimator without a window is fed with at least.
  private static let memory = 365

  /// Bars of each length to ask for at the start.
  public static func counts(for portfolio: Portfolio) -> [BetaPolicy.BarInterval: Int] {
    portfolio.strategies.map(\.policy.beta).reduce(into: [.hour: hours]) { counts, policy in
      // One more than there are returns.
      let bars = returns(lookback: policy.lookback, [policy.method]) + 1
      counts[policy.interval] = max(counts[policy.interval] ?? 0, bars)
    }
    .merging(regimeCounts(for: portfolio), uniquingKeysWith: max)
  }

  /// Bars of each length to keep: what was asked for, and two days for 24-hour changes where there are no hours.
  static func capacities(for portfolio: Portfolio) -> [BetaPolicy.BarInterval: Int] {
    counts(for: portfolio).merging([.day: 2], uniquingKeysWith: max)
  }

  /// Returns the market's regime is told by: a year of days, or as many hours.
  static func regimeReturns(of policy: BetaPolicy) -> Int { max(policy.lookback, memory) }

  private static func regimeCounts(for portfolio: Portfolio) -> [BetaPolicy.BarInterval: Int] {
    guard let policy = portfolio.strategies.first?.policy.beta else { return [:] }
    return [policy.interval: regimeReturns(of: policy) + 1]
  }

  /// Returns a window of `lookback` bars is built from when it serves `methods`.
  static func returns(lookback: Int, _ methods: some Sequence<BetaMethod>) -> Int {
    methods.allSatisfy(\.hasWindow) ? lookback : max(lookback, memory)
  }
}

extension BetaMethod {
  /// False for a method that goes by all history received.
  fileprivate var hasWindow: Bool {
    switch self {
    case .ordinaryLeastSquares, .vasicek, .blume, .twoFactor: true
    case .exponential, .kalman: false
    }
  }
}
