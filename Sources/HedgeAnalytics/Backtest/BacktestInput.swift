import HedgeModel

/// What a backtest of a spot basket hedged with one linear future runs on. Values only: nothing is read from files.
public struct BacktestInput: Hashable, Sendable {
  /// One asset of the basket.
  public struct Weight: Hashable, Sendable {
    /// The asset.
    public let asset: Asset
    /// Its share of the value at the start.
    public let weight: Double

    /// A weight; see the properties.
    public init(asset: Asset, weight: Double) {
      self.asset = asset
      self.weight = weight
    }
  }

  /// When each day's bar closed, rising, one day apart.
  public var closes: [Timestamp]
  /// Closing prices of each asset and of the benchmark, one a day; NaN where there is none.
  public var prices: [Asset: [Double]]
  /// The basket.
  public var weights: [Weight]
  /// The asset betas are measured against.
  public var benchmark: Asset
  /// Price of the hedge, one a day: the benchmark's spot, or a perpetual's.
  public var hedgePrices: [Double]
  /// Funding of the hedge, by rising time; empty when it pays none.
  public var funding: [FundingStamp]
  /// Place of the first day in ``closes``.
  public var start: Int
  /// Place of the last day.
  public var end: Int
  /// Value of the basket at the start.
  public var initialValue: Double
  /// Window of the betas, in days.
  public var lookback: Int
  /// Fewest returns a beta may rest on.
  public var minimumObservations: Int
  /// Net beta aimed at.
  public var target: Double
  /// Drift beyond which it is rebalanced, strictly.
  public var band: Double
  /// Fee of a trade, a fraction of its value.
  public var fee: Double

  /// An input; see the properties.
  public init(
    closes: [Timestamp], prices: [Asset: [Double]], weights: [Weight], benchmark: Asset, hedgePrices: [Double],
    funding: [FundingStamp] = [], start: Int, end: Int, initialValue: Double, lookback: Int,
    minimumObservations: Int = 10, target: Double = 0, band: Double = 0.05, fee: Double = 0
  ) {
    self.closes = closes
    self.prices = prices
    self.weights = weights
    self.benchmark = benchmark
    self.hedgePrices = hedgePrices
    self.funding = funding
    self.start = start
    self.end = end
    self.initialValue = initialValue
    self.lookback = lookback
    self.minimumObservations = minimumObservations
    self.target = target
    self.band = band
    self.fee = fee
  }
}
