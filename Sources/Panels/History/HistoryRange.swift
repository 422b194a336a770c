import HedgeModel

/// How much of the past the page of history shows, the shortest first.
public enum HistoryRange: Int, Hashable, Sendable, CaseIterable {
  /// An hour.
  case hour
  /// Six hours.
  case sixHours
  /// A day.
  case day
  /// Seven days.
  case week
  /// Thirty days.
  case month
  /// Ninety days.
  case quarter
  /// Everything that is kept.
  case all

  /// How long it is; nil for everything.
  public var duration: Duration? {
    switch self {
    case .hour: .hours(1)
    case .sixHours: .hours(6)
    case .day: .days(1)
    case .week: .days(7)
    case .month: .days(30)
    case .quarter: .days(90)
    case .all: nil
    }
  }

  /// In words: `last 6 hours`.
  var words: String {
    switch self {
    case .hour: "last hour"
    case .sixHours: "last 6 hours"
    case .day: "last 24 hours"
    case .week: "last 7 days"
    case .month: "last 30 days"
    case .quarter: "last 90 days"
    case .all: "all that is kept"
    }
  }

  /// The range so many steps longer; the shortest and the longest stay.
  func longer(by step: Int) -> HistoryRange {
    HistoryRange(rawValue: min(max(0, rawValue + step), HistoryRange.allCases.count - 1)) ?? self
  }
}
