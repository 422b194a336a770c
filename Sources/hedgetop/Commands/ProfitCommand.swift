import ArgumentParser
import HedgeAnalytics
import HedgeStore

/// `hedgetop pnl`: where the profit came from.
struct ProfitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pnl", abstract: "Tell where profit and loss came from.",
    discussion: """
      Splits the profit of every position into its causes: beta (the benchmark moved), alpha (the coin moved otherwise \
      than its beta says), basis (a future moved otherwise than its coin), funding, fees, slippage, and collateral \
      (coins in accounts were worth more, or less). They add up to the total; the residual is what the books say beyond \
      it, and is zero to the cent. What is not known is a dash with its reason, and so is every sum it belongs to.

      --since start counts from the opening of each position, or from the first price where no entry is stated; today \
      from 00:00 UTC; rebalance from the last recorded fill, its costs included. A command that has just been started \
      knows the past as far as configuration, journal and the feed's history tell it: today and rebalance begin with it.

      JSON: schema, at, portfolio, currency, period, strategies (name, since, positions, total), shared_collateral, \
      total. A position has position, kind (holding, leg, wallet, margin), instrument, account, asset, since and parts; \
      parts and totals have beta, alpha, basis, funding, fees, slippage, collateral, total, equity_change and residual, \
      each an object as in status: value, or value null with reason. Gains are positive, losses and costs negative.

      Examples:
        hedgetop pnl
        hedgetop pnl -c hedge.toml --since today
        hedgetop pnl --json | jq '.strategies[] | [.name, .total.total.value, .total.residual.value]'
      """)

  @OptionGroup var portfolio: PortfolioOptions

  @Option(help: ArgumentHelp("What the profit is counted from.", valueName: "period"))
  var since: AttributionPeriod = .start

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var waiting: WaitOptions

  @MainActor
  func run() async throws {
    let report = ProfitReport(try await waiting.snapshot(of: portfolio), since: since)
    print(json ? try JSONOutput.text(report) : PrintableLines.text(ProfitText(report).text), terminator: "")
  }
}

extension AttributionPeriod: ExpressibleByArgument {}
