import HedgeModel

/// A spot basket, bought once, hedged with one future and rebalanced when its net beta leaves the band.
///
/// Betas, net beta, drift, breach and contracts come from the functions the live valuation uses. Every close: V = Σ
/// q_i·close_i, B = Σ(q_i·close_i/V)·β_i, net = B + h·P/V; when |net − target| > band the hedge is set to
/// −(B − target)·V/P. What is set at one close earns the price move and the funding up to the next. On the last day
/// nothing is traded.
public struct Backtest: Hashable, Sendable {
  /// One row a day.
  public let rows: [BacktestRow]
  /// What came of it.
  public let summary: BacktestSummary

  /// Runs it.
  ///
  /// - Throws: `BacktestError` when a price, a beta or a mark price it needs is missing.
  public init(_ input: BacktestInput) throws(BacktestError) {
    guard input.start >= 0, input.start < input.end, input.end < input.closes.count,
      input.hedgePrices.count == input.closes.count,
      input.prices.values.allSatisfy({ $0.count == input.closes.count })
    else { throw .range(input.start, input.end, days: input.closes.count) }
    var run = try BacktestRun(input)
    for day in input.start...input.end { try run.close(day) }
    rows = run.rows
    summary = run.summary()
  }
}
