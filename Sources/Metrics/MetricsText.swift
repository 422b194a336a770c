import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// What Prometheus reads: snapshots, and the program that takes them, in the text exposition format 0.0.4.
public enum MetricsText {
  /// The hedge: every figure, feed, alert and lock of these portfolios. The same snapshots give the same text.
  ///
  /// - Parameter portfolios: those that are watched, each under a name of its own.
  public static func hedge(_ portfolios: [PublishedPortfolio]) -> String {
    var text = ExpositionText()
    let portfolios = portfolios.map(PortfolioSubject.init)
    let strategies = portfolios.flatMap { portfolio in
      portfolio.snapshot.figures.strategies.map { StrategySubject($0, of: portfolio) }
    }
    for table in MetricCatalogue.portfolio { write(table, of: portfolios, &text) }
    for table in MetricCatalogue.strategy { write(table, of: strategies, &text) }
    let holdings = strategies.flatMap { strategy in strategy.figures.holdings.map { HoldingSubject($0, of: strategy) } }
    for table in MetricCatalogue.holding { write(table, of: holdings, &text) }
    let legs = strategies.flatMap { strategy in strategy.figures.legs.map { LegSubject($0, of: strategy) } }
    for table in MetricCatalogue.leg { write(table, of: legs, &text) }
    for table in MetricCatalogue.account { write(table, of: portfolios.flatMap(accounts), &text) }
    for table in MetricCatalogue.feed { write(table, of: portfolios.flatMap(feeds), &text) }
    for table in MetricCatalogue.alert { write(table, of: portfolios.flatMap(alerts), &text) }
    text.finish()
    return text.text
  }

  /// The program.
  public static func process(_ figures: ProcessFigures, build: BuildFacts) -> String {
    var text = ExpositionText()
    text.begin(ProcessMetrics.build)
    text.write(
      1, LabelText(["version": build.version, "configuration": build.configuration, "compiler": build.compiler]))
    for row in ProcessMetrics.rows {
      text.begin(row.metric)
      if let value = row.value(figures) { text.write(value, LabelText()) }
    }
    return text.text
  }

  private static func write<Subject>(
    _ rows: [MetricRow<Subject>], of subjects: [Subject], _ text: inout ExpositionText
  ) {
    for row in rows {
      text.begin(row.metric)
      for subject in subjects { row.measure(subject, &text) }
    }
  }

  private static func accounts(_ portfolio: PortfolioSubject) -> [AccountSubject] {
    portfolio.snapshot.figures.accounts.map { AccountSubject($0, of: portfolio) }
  }

  private static func feeds(_ portfolio: PortfolioSubject) -> [FeedSubject] {
    portfolio.snapshot.feeds.map { FeedSubject($0, of: portfolio) }
  }

  private static func alerts(_ portfolio: PortfolioSubject) -> [AlertSubject] {
    portfolio.snapshot.alerts.filter(\.isActive).map { AlertSubject($0, of: portfolio) }
  }
}
