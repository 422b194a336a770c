import HedgeAnalytics
import HedgeModel

/// Metrics of the fourth panel, margin ratio.
enum MarginMetrics {
  static let accounts: [MetricRow<AccountSubject>] = [
    .facts("account_info", "1; the label tells whose margin rules the account follows.") {
      [("convention", $0.figures.convention.rawValue)]
    },
    .figure("margin_ratio", "0 is safe, 1 is liquidation, alike for every venue.") { $0.figures.normalisedRatio },
    MetricRow(
      metric: .ours("venue_margin_ratio", "The ratio as the venue names and counts it, a fraction.")
    ) { account, text in
      let ratio = account.figures.ratio
      text.write(ratio.value, account.labels.adding("name", ratio.name), now: account.now)
    },
    MetricRow(
      metric: .ours("venue_margin_ratio_limit", "The venue's ratio at which it liquidates; danger tells on which side.")
    ) { account, text in
      let ratio = account.figures.ratio
      let labels = account.labels.adding([
        ("name", ratio.name), ("danger", ratio.direction == .highIsBad ? "high" : "low"),
      ])
      text.write(ratio.liquidatesAt, labels)
    },
    .figure(
      "liquidation_benchmark_move_ratio",
      "Signed move of the benchmark that liquidates the account, a fraction; undefined when none does."
    ) { $0.figures.liquidatingBenchmarkMove },
    .money("account_wallet_balance", "Wallet balances at current prices.") { $0.figures.walletBalance },
    .money("account_unrealised_profit", "Profit of its cross legs; a loss is negative.") {
      $0.figures.unrealisedProfit
    },
    .money("account_equity", "Wallet plus unrealised profit.") { $0.figures.equity },
    .money("account_initial_margin", "Sum of the legs' initial margins.") { $0.figures.initialMargin },
    .money("account_maintenance_margin", "Sum of the cross legs' maintenance margins.") {
      $0.figures.maintenanceMargin
    },
    .money("account_collateral_to_survive", "Collateral to add now to survive a benchmark move of +20 %.") {
      $0.figures.collateralToSurvive
    },
    .instant("account_read_timestamp_seconds", "When it was read from its venue; none for one kept by hand.") {
      $0.readAt
    },
    .number("account_reconciliation_differences", "Figures of ours that differ from the venue's own.") {
      ($0.reconciliation?.differences.count).map(Double.init)
    },
  ]
}
