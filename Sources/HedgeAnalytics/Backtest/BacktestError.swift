import HedgeModel

/// Why a backtest cannot run.
public struct BacktestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in words a user can act on.
  public let description: String

  /// The range of days is empty or outside the prices.
  public static func range(_ start: Int, _ end: Int, days: Int) -> BacktestError {
    BacktestError(description: "days \(start) to \(end) are not a range of at least two within \(days) days of prices")
  }

  /// A price that is needed is missing.
  public static func price(of name: String, at close: Timestamp) -> BacktestError {
    BacktestError(description: "no price of \(name) for the bar that closed at \(close.iso8601)")
  }

  /// A beta that is needed is unknown.
  public static func beta(_ reason: UnknownReason, at close: Timestamp) -> BacktestError {
    BacktestError(description: "\(reason.detail), at \(close.iso8601)")
  }

  /// A funding payment has no mark price.
  public static func mark(at time: Timestamp) -> BacktestError {
    BacktestError(description: "no mark price at the funding of \(time.iso8601)")
  }
}
