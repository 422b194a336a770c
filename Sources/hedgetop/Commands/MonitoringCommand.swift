import ArgumentParser
import Metrics

/// `hedgetop monitoring`: what the programs that watch this one need.
struct MonitoringCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitoring", abstract: "Print alert rules, a dashboard, or how metrics are scraped.",
    discussion: """
      The files come with the program and use the metrics it serves with --metrics, and no others.

      Examples:
        hedgetop --metrics 127.0.0.1:9464
        hedgetop monitoring scrape
      """,
    subcommands: [MonitoringRulesCommand.self, MonitoringDashboardCommand.self, MonitoringScrapeCommand.self])
}

/// `hedgetop monitoring rules`: alert rules of Prometheus.
struct MonitoringRulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Print alert rules of Prometheus.",
    discussion: """
      Drift beyond the band, margin, distance to liquidation, what funding costs, silent feeds, figures that are unknown \
      or stale, and hedgetop itself not answering. Band and thresholds are those hedgetop is configured with.

      Examples:
        hedgetop monitoring rules > hedgetop.rules.yml
        hedgetop monitoring rules | promtool check rules
      """)

  func run() { print(MonitoringFile.rules.text, terminator: "") }
}

/// `hedgetop monitoring dashboard`: a dashboard of Grafana.
struct MonitoringDashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Print a dashboard of Grafana, as JSON.",
    discussion: """
      The five panels over time, for the portfolios and strategies that are chosen on it. Grafana reads it under \
      Dashboards, New, Import.

      Examples:
        hedgetop monitoring dashboard > hedgetop.json
      """)

  func run() { print(MonitoringFile.dashboard.text, terminator: "") }
}

/// `hedgetop monitoring scrape`: the part of Prometheus's configuration that has it read the metrics.
struct MonitoringScrapeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scrape", abstract: "Print the configuration that has Prometheus read the metrics.",
    discussion: """
      Examples:
        hedgetop monitoring scrape >> prometheus.yml
      """)

  func run() { print(MonitoringFile.scrape.text, terminator: "") }
}
