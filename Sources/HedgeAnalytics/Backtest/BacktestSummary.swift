import HedgeModel

/// What came of a backtest.
public struct BacktestSummary: Hashable, Sendable {
  /// Days, the first and the last included.
  public let days: Int
  /// Trades after the first.
  public let rebalances: Int
  /// Value traded, the first trade included.
  public let turnover: Double
  /// Deviation of the daily returns without and with the hedge, × √365.
  public let volatilityUnhedged: Double
  /// See ``volatilityUnhedged``.
  public let volatilityHedged: Double
  /// Greatest fall from a peak, a positive fraction: of V, and of the hedged index.
  public let maximumDrawdownUnhedged: Double
  /// See ``maximumDrawdownUnhedged``.
  public let maximumDrawdownHedged: Double
  /// Hedged index on the last day.
  public let indexHedgedEnd: Double
  /// V on the last day over V on the first.
  public let indexUnhedgedEnd: Double
  /// V on the last day.
  public let finalUnhedged: Double
  /// E on the last day.
  public let finalEquity: Double
  /// Profit of the hedge.
  public let hedgeProfit: Double
  /// Funding received; negative was paid.
  public let fundingReceived: Double
  /// Fees paid, the first trade's included.
  public let fees: Double
  /// Slope of the daily returns on the benchmark's.
  public let betaUnhedged: Double
  /// See ``betaUnhedged``.
  public let betaHedged: Double
  /// 1 − Var(hedged)/Var(unhedged).
  public let varianceReduction: Double
  /// How close a rebalance decision came to the band: the smallest ||net − target| − band|.
  public let smallestGapToBand: Double
}
