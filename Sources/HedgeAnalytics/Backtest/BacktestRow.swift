import HedgeModel

/// One day of a backtest, at its close.
public struct BacktestRow: Hashable, Sendable {
  /// When the day's bar closed.
  public let close: Timestamp
  /// V: value of the basket.
  public let value: Double
  /// P: price of the hedge.
  public let hedgePrice: Double
  /// B: value-weighted beta of the basket.
  public let portfolioBeta: Double
  /// Net beta before trading.
  public let netBetaBefore: Double
  /// True when the hedge was traded.
  public let isTraded: Bool
  /// h: signed quantity of the hedge after trading; negative is short.
  public let hedgeAfter: Double
  /// Profit of the hedge over the day.
  public let hedgeProfit: Double
  /// Funding received over the day.
  public let funding: Double
  /// Fee of today's trade.
  public let fee: Double
  /// E = V + profit of the hedge + funding − fees, all since the start.
  public let equity: Double
  /// Return of the hedged book over the day, on yesterday's V; 0 on the first day.
  public let hedgedReturn: Double
  /// Index of the hedged book, 1 on the first day.
  public let hedgedIndex: Double
}
