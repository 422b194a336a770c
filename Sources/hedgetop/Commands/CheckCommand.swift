import ArgumentParser
import HedgeAnalytics
import HedgeStore

/// `hedgetop check`: the verdict as an exit code, for cron and scripts.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell by the exit code whether every hedge is in its band.",
    discussion: """
      Exit codes: 0 every strategy is in its band; 10 a drift is beyond it; 4 there are no prices, or only stale ones;
      3 the configuration is wrong; 1 something else failed.

      Example, in a crontab:
        */10 * * * *  hedgetop check -c ~/hedge.toml || notify-send "hedge: look at it"
      """)

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var waiting: WaitOptions

  @Flag(name: [.short, .long], help: "Print nothing.")
  var quiet = false

  @MainActor
  func run() async throws {
    let snapshot = try await waiting.snapshot(of: portfolio)
    let verdicts = snapshot.figures.strategies.map { CheckVerdict($0) }
    if !quiet { for verdict in verdicts { print(verdict.line) } }
    if let code = verdicts.compactMap(\.code).max(by: { $0.urgency < $1.urgency }) { throw ExitCode(code.rawValue) }
  }
}
