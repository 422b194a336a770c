import HedgeModel

/// What a strategy is checked against.
struct StrategyContext {
  let scope: PortfolioScope
  let accounts: [AccountDraft]
  let benchmark: Benchmark

  /// The account a leg stands in when it names none: the only one there is.
  var onlyAccount: AccountID? { accounts.count == 1 ? accounts[0].account.id : nil }
}
