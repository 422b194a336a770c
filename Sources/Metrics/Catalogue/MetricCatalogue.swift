/// All metrics there are.
public enum MetricCatalogue {
  static let portfolio = [PortfolioMetrics.rows, PortfolioMetrics.thresholds, PortfolioMetrics.alerts]
  static let strategy = [
    NetBetaMetrics.strategy, NetBetaMetrics.decisions, SpotMetrics.strategy, LegMetrics.strategy,
    FundingMetrics.strategy,
  ]
  static let holding = [SpotMetrics.holdings]
  static let leg = [LegMetrics.legs, FundingMetrics.legs]
  static let account = [MarginMetrics.accounts]
  static let feed = [FeedMetrics.rows]
  static let alert = [AlertMetrics.rows]

  /// Every metric, in the order it is written.
  public static let all: [Metric] =
    metrics(portfolio) + metrics(strategy) + metrics(holding) + metrics(leg) + metrics(account) + metrics(feed)
    + metrics(alert) + [ExpositionText.unknown, ExpositionText.stale, ExpositionText.age, ProcessMetrics.build]
    + ProcessMetrics.rows.map(\.metric)

  private static func metrics<Subject>(_ tables: [[MetricRow<Subject>]]) -> [Metric] {
    tables.flatMap { $0.map(\.metric) }
  }
}
