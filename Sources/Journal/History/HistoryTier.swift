import HedgeModel

/// How fine a table of the past is.
enum HistoryTier: Int, CaseIterable, Sendable {
  case second, minute, hour, day

  /// The table.
  var table: String {
    switch self {
    case .second: "history_1s"
    case .minute: "history_1m"
    case .hour: "history_1h"
    case .day: "history_1d"
    }
  }

  /// Milliseconds of one row.
  var length: Int64 {
    switch self {
    case .second: 1000
    case .minute: 60_000
    case .hour: 3_600_000
    case .day: 86_400_000
    }
  }

  /// The span `instant` lies in, counted from 1970.
  func slot(of instant: Timestamp) -> Int64 { instant.milliseconds / length }

  /// How long rows are kept.
  func kept(_ retention: HistoryRetention) -> Duration {
    switch self {
    case .second: retention.seconds
    case .minute: retention.minutes
    case .hour: retention.hours
    case .day: retention.days
    }
  }
}

/// The numbers of rows: a strategy's number and a span.
enum HistoryRow {
  private static let bits: Int64 = 40

  /// The number of the row of `strategy` and `slot`.
  static func id(_ strategy: Int64, _ slot: Int64) -> Int64 { strategy << bits | slot }

  /// The span of a row.
  static func slot(_ id: Int64) -> Int64 { id & (1 << bits - 1) }

  /// Spans that have a number.
  static func isValid(_ slot: Int64) -> Bool { slot >= 0 && slot < 1 << bits }
}
