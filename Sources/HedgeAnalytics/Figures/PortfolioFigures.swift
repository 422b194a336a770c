import HedgeModel

/// Every figure of a portfolio at one instant.
public struct PortfolioFigures: Hashable, Sendable {
  /// The instant.
  public let now: Timestamp
  /// The portfolio's name.
  public let name: String
  /// The currency of all values.
  public let currency: Asset
  /// What beta is measured against.
  public let benchmark: Benchmark
  /// Price of the benchmark; for a composite unknown (undefined): it has returns, not a price.
  public let benchmarkPrice: Reading<Double>
  /// Move of the benchmark over 24 hours, a fraction.
  public let benchmarkChange: Reading<Double>
  /// The strategies in the order of the configuration.
  public let strategies: [StrategyFigures]
  /// The sums over the strategies.
  public let totals: PortfolioTotals
  /// How the capital is spread.
  public let allocation: AllocationFigures
  /// The margin accounts in the order of the configuration.
  public let accounts: [AccountFigures]

  /// Portfolio figures; see the properties.
  public init(
    now: Timestamp, name: String, currency: Asset, benchmark: Benchmark, benchmarkPrice: Reading<Double>,
    benchmarkChange: Reading<Double>, strategies: [StrategyFigures], totals: PortfolioTotals,
    allocation: AllocationFigures, accounts: [AccountFigures]
  ) {
    self.now = now
    self.name = name
    self.currency = currency
    self.benchmark = benchmark
    self.benchmarkPrice = benchmarkPrice
    self.benchmarkChange = benchmarkChange
    self.strategies = strategies
    self.totals = totals
    self.allocation = allocation
    self.accounts = accounts
  }
}
