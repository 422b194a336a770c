import HedgeAnalytics
import HedgeModel

/// The days of a backtest as CSV.
enum BacktestPath {
  /// Names of the columns.
  static let header = [
    "date", "V", "hedge_price", "beta_port", "net_before", "traded", "h_after", "hedge_pnl", "funding", "fee", "E",
    "r_hedged", "index_hedged",
  ]

  /// A line a day, named by its day though it closes at the next midnight; every number reads back to the same one.
  static func text(_ rows: [BacktestRow]) -> String {
    let lines = rows.map { fields($0).joined(separator: ",") }
    return ([header.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static func fields(_ row: BacktestRow) -> [String] {
    let before: [Double] = [row.value, row.hedgePrice, row.portfolioBeta, row.netBetaBefore]
    let after: [Double] = [
      row.hedgeAfter, row.hedgeProfit, row.funding, row.fee, row.equity, row.hedgedReturn, row.hedgedIndex,
    ]
    let day = (row.close - .days(1)).isoDay
    return [day] + before.map(\.description) + [row.isTraded ? "1" : "0"] + after.map(\.description)
  }
}
