import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import MarketData

/// What the user wants to backtest, and how files become its input.
struct BacktestPlan {
  var prices: String
  var perpetuals: String?
  var funding: String?
  var weights: [(asset: Asset, value: Decimal)]
  var benchmark: Asset = "BTC"
  var from: String
  var to: String
  var value: Double
  var lookback: Int
  var target: Double
  var band: Double
  /// A fraction of the value traded.
  var fee: Double

  /// The name of the hedge, for the report.
  var hedge: String { perpetuals == nil ? "\(benchmark) spot" : "\(benchmark)_PERP" }

  /// Reads the files.
  ///
  /// - Throws: `FeedError` for a file that is wrong, ``ProgramFailure`` for what the files do not hold.
  func input() throws -> BacktestInput {
    let table = try PriceTable(path: prices)
    try requireDays(table, option: "--prices")
    let start = try table.row(named: from, option: "--from")
    let end = try table.row(named: to, option: "--to")
    guard start < end else { throw ProgramFailure(.usage, "--to: found \(to), expected a day after \(from)") }
    var series: [Asset: [Double]] = [benchmark: try table.column(benchmark.symbol, option: "--benchmark")]
    for weight in weights { series[weight.asset] = try table.column(weight.asset.symbol, option: "--weights") }
    return BacktestInput(
      closes: table.closes, prices: series,
      weights: weights.map { BacktestInput.Weight(asset: $0.asset, weight: $0.value.inexact) }, benchmark: benchmark,
      hedgePrices: try hedgePrices(on: table), funding: try stamps(), start: start, end: end, initialValue: value,
      lookback: lookback, target: target, band: band, fee: fee)
  }

  /// The perpetual's closes on the days of the spot's; NaN where it has none.
  private func hedgePrices(on spot: PriceTable) throws -> [Double] {
    guard let perpetuals else { return try spot.column(benchmark.symbol, option: "--benchmark") }
    let table = try PriceTable(path: perpetuals)
    try requireDays(table, option: "--perp")
    let prices = try table.column("\(benchmark)_PERP", option: "--perp")
    return spot.closes.map { close in
      guard let row = table.lastRow(at: close), table.close(ofRow: row) == close else { return .nan }
      return prices[row]
    }
  }

  private func stamps() throws -> [FundingStamp] {
    guard let funding else { return [] }
    let table = try FundingTable(path: funding)
    let symbol = "\(benchmark)USDT"
    guard let events = table.events[symbol] else {
      throw ProgramFailure(
        .usage, "--funding: \(funding) has no payments of \(symbol); it has \(table.symbols.joined(separator: ", "))")
    }
    return events.map(\.stamp)
  }

  private func requireDays(_ table: PriceTable, option: String) throws {
    guard table.interval == .day else {
      throw ProgramFailure(.usage, "\(option): \(table.file) has hourly bars, expected daily closes")
    }
  }
}
