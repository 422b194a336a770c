import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// Metrics of the portfolio as a whole.
enum PortfolioMetrics {
  static let rows: [MetricRow<PortfolioSubject>] = [
    .facts("portfolio_info", "1; labels tell the currency of all values and what beta is measured against.") {
      [("currency", $0.currency), ("benchmark", $0.snapshot.figures.benchmark.label)]
    },
    .money("benchmark_price", "Price of the benchmark.") { $0.snapshot.figures.benchmarkPrice },
    .figure("benchmark_change_ratio", "Move of the benchmark over 24 hours, a fraction.") {
      $0.snapshot.figures.benchmarkChange
    },
    .money("portfolio_spot_value", "Value of all spot positions.") { $0.snapshot.figures.totals.spotValue },
    .money("portfolio_long_notional", "Notional of all long legs.") { $0.snapshot.figures.totals.longNotional },
    .money("portfolio_short_notional", "Notional of all short legs, negative.") {
      $0.snapshot.figures.totals.shortNotional
    },
    .money("portfolio_beta_value", "Net beta-dollars: value times beta of coins and legs, summed with their signs.") {
      $0.snapshot.figures.totals.betaDollars
    },
    .figure("portfolio_net_beta", "Net beta-dollars over what the strategies' own net betas are divided by.") {
      $0.snapshot.figures.totals.netBeta
    },
    .figure("portfolio_net_beta_over_equity", "Net beta-dollars over the equity.") {
      $0.snapshot.figures.totals.netBetaOverEquity
    },
    .money(
      "portfolio_drift_value",
      "Value of the benchmark by which all strategies are off their targets; positive is hedged too little."
    ) { $0.snapshot.figures.totals.driftValue },
    .money("portfolio_unrealised_profit", "Profit of all legs since entry; a loss is negative.") {
      $0.snapshot.figures.totals.unrealisedProfit
    },
    .money("portfolio_funding_per_day", "Funding a day at the current rates; received is positive, paid negative.") {
      $0.snapshot.figures.totals.fundingPerDay
    },
    .money("portfolio_equity", "Spot value, wallets, and unrealised profit.") { $0.snapshot.figures.totals.equity },
    .figure("portfolio_leverage_ratio", "Gross exposure over the equity.") { $0.snapshot.figures.totals.leverage },
    .counter("snapshots_total", "Snapshots taken since the program started.") { Double($0.snapshot.sequence) },
    .instant("snapshot_timestamp_seconds", "Instant of the snapshot, in the time the feeds live in.") { $0.now },
    .instant("snapshot_published_timestamp_seconds", "When the snapshot was taken, by the clock of the wall.") {
      $0.publishedAt
    },
  ]

  /// When the program's own alerts are raised, for rules that agree with it.
  static let thresholds: [MetricRow<PortfolioSubject>] = [
    .number("margin_ratio_warning", "Margin ratio above which the program warns.") {
      $0.snapshot.alertPolicy.marginWarning.enter
    },
    .number("margin_ratio_critical", "Margin ratio above which the program calls it critical.") {
      $0.snapshot.alertPolicy.marginCritical.enter
    },
    .number("liquidation_move_warning_ratio", "Move of the benchmark to liquidation under which the program warns.") {
      $0.snapshot.alertPolicy.liquidationWarning.enter
    },
    .number(
      "liquidation_move_critical_ratio",
      "Move of the benchmark to liquidation under which it is called critical."
    ) { $0.snapshot.alertPolicy.liquidationCritical.enter },
  ]

  /// Alerts that are not over, counted.
  static let alerts: [MetricRow<PortfolioSubject>] = [
    MetricRow(
      metric: .ours("alerts", "Alerts that are not over, by severity and whether somebody has acknowledged them.")
    ) { subject, text in
      let active = subject.snapshot.alerts.filter(\.isActive)
      for severity in Alert.Severity.allCases {
        for isAcknowledged in [false, true] {
          let count = active.count { $0.severity == severity && ($0.acknowledgedAt != nil) == isAcknowledged }
          let labels = subject.labels.adding([
            ("severity", severity.word.lowercased()), ("acknowledged", "\(isAcknowledged)"),
          ])
          text.write(Double(count), labels)
        }
      }
    }
  ]
}
