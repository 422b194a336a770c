import ArgumentParser
import HedgeAnalytics
import HedgeModel
import HedgeStore

/// `hedgetop compare`: what the same money would do in other strategies.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare the book with other strategies for the same money.",
    discussion: """
      Rows: current; long-only; simple-dollar, H dollars short for each dollar held; beta-weighted, H of the \
      beta-dollars short; beta-neutral, all of them; pairs, the other coins against the benchmark so that the betas \
      cancel; carry, everything in the future's coin against as much of the future. All use the future the strategy \
      hedges with. Profits are at -10 % and +10 % of the benchmark, every price moving beta times that.

      JSON: schema, at, strategy, currency, hedge, hedge_ratio, move, rows (kind, long_value, leg_notional, net_beta, \
      margin_needed, funding_per_day, profit_at_fall, profit_at_rise). A figure is an object with value, or with null \
      and the reason.

      Examples:
        hedgetop compare
        hedgetop compare -c hedge.toml --strategy Core --json
      """)

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var strategy: StrategyOption

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var waiting: WaitOptions

  @MainActor
  func run() async throws {
    let snapshot = try await waiting.snapshot(of: portfolio)
    let report = try ComparisonReport(
      try strategy.figures(in: snapshot.figures), in: snapshot.figures, now: snapshot.now)
    print(json ? try JSONOutput.text(report) : PrintableLines.text(report.text), terminator: "")
  }
}
