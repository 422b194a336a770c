import HedgeModel

/// Closing prices of several instruments on a regular grid of bars, as read from a CSV file.
///
/// The layouts, by their headers:
///
/// | header | row | price |
/// |---|---|---|
/// | `date,BTC,ETH,…` | one UTC day | last price of the day: closes at the next midnight |
/// | `open_time,BTC,ETH,…` | one bar, hourly or daily, by the instant it opens | the bar's close |
/// | `open_time,symbol,spot_close,perp_close,mark_close` | one hour of one symbol | columns `BTC`, `BTC_PERP`, `BTC_MARK` for symbol `BTCUSDT` |
///
/// A column named `X_PERP` is the perpetual on X. An empty field is a gap, and so is every bar between the first and
/// the last row that the file leaves out: gaps are NaN, never a repeated price. Rows are therefore exactly one bar
/// apart, and a row's number and its closing instant follow from one another.
public struct PriceTable: Hashable, Sendable {
  /// The file it came from.
  public let file: String
  /// Length of a bar.
  public let interval: BetaPolicy.BarInterval
  /// When the first bar closes.
  public let firstClose: Timestamp
  /// Rows, at least one.
  public let count: Int
  /// Names of the columns, in the file's order; no two are equal.
  public let names: [String]
  /// One column for each name, `count` prices each; NaN where there is none.
  public let columns: [[Double]]

  /// A table of prices already in memory; nil unless every name has a column and all columns have the same length.
  public init?(
    file: String, interval: BetaPolicy.BarInterval, firstClose: Timestamp, names: [String], columns: [[Double]]
  ) {
    guard let count = columns.first?.count, count > 0, names.count == columns.count, Set(names).count == names.count,
      columns.allSatisfy({ $0.count == count })
    else { return nil }
    self.file = file
    self.interval = interval
    self.firstClose = firstClose
    self.count = count
    self.names = names
    self.columns = columns
  }

  /// Reads the file at `path`.
  ///
  /// - Throws: ``FeedError`` with `file:line:column`, what was found, what is expected, and what to do.
  public init(path: String) throws(FeedError) {
    try self.init(bytes: CSVReader.contents(of: path), file: path)
  }

  /// Reads the contents of a file.
  ///
  /// - Throws: ``FeedError`` with `file:line:column`, what was found, what is expected, and what to do.
  public init(bytes: [UInt8], file: String) throws(FeedError) {
    self = try PriceTableReader.table(CSVReader(bytes, file: file))
  }

  /// When the bar of row `row` closes.
  public func close(ofRow row: Int) -> Timestamp {
    firstClose + .milliseconds(Int64(row) * interval.duration.wholeMilliseconds)
  }

  /// When the last bar closes.
  public var lastClose: Timestamp { close(ofRow: count - 1) }

  /// All closing instants, one for each row.
  public var closes: [Timestamp] { (0..<count).map(close(ofRow:)) }

  /// The newest row that has closed at `instant`; nil before the first.
  public func lastRow(at instant: Timestamp) -> Int? {
    guard instant >= firstClose else { return nil }
    let passed = (instant - firstClose).wholeMilliseconds / interval.duration.wholeMilliseconds
    return Int(min(passed, Int64(count - 1)))
  }

  /// The prices of the column `name`; nil when there is none.
  public func prices(of name: String) -> [Double]? {
    names.firstIndex(of: name).map { columns[$0] }
  }
}
