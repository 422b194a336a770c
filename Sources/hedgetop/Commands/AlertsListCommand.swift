import ArgumentParser
import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Journal

/// `hedgetop alerts list`: the rules and channels as configured, and how the channels fared last.
struct AlertsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the rules that are watched and the channels that are told.",
    discussion: """
      Of each channel: its kind, the least severity it is told, and how it fared when something was last told to it. \
      Nobody is asked or told anything, and no secret is read.

      JSON: rules, a list of name and watched; quiet_hours or null; channels, a list of name, kind, severity, recovery, \
      rate_per_minute, give_up_hours, state, words, since, waiting.

      Examples:
        hedgetop alerts list -c hedge.toml
        hedgetop alerts list --json | jq -r '.channels[] | select(.state != "ok") | .name'
      """)

  @OptionGroup var portfolio: PortfolioOptions

  @Flag(help: "Print JSON.")
  var json = false

  @MainActor
  func run() async throws {
    let configuration = try await portfolio.loader().load()
    let alerts = configuration.alerts
    let states = AlertChannelReport.all(alerts, in: try portfolio.readingJournal(of: configuration.portfolio))
    let report = AlertsReport(alerts, channels: states)
    print(json ? try JSONOutput.text(report) : PrintableLines.text(report.text), terminator: "")
  }
}
