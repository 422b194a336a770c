/// One account for each period.
struct PeriodTable {
  private var start: PeriodAccount
  private var today: PeriodAccount
  private var rebalance: PeriodAccount

  /// All periods begin alike.
  init(_ account: PeriodAccount) {
    (start, today, rebalance) = (account, account, account)
  }

  subscript(period: AttributionPeriod) -> PeriodAccount {
    get {
      switch period {
      case .start: start
      case .today: today
      case .rebalance: rebalance
      }
    }
    set {
      switch period {
      case .start: start = newValue
      case .today: today = newValue
      case .rebalance: rebalance = newValue
      }
    }
  }

  /// Changes every one of them.
  mutating func each(_ change: (inout PeriodAccount) -> Void) {
    change(&start)
    change(&today)
    change(&rebalance)
  }
}
