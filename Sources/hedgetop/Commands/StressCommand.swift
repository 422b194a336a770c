import ArgumentParser
import HedgeConfiguration
import HedgeStore

/// `hedgetop stress`: what could happen, and what it would cost.
struct StressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress", abstract: "Tell what scenarios would do to the hedge.",
    discussion: """
      Values the book again under each scenario: the benchmark up and down with every coin moving by its beta, all \
      correlations one, betas off by two standard errors, a wider basis, funding at its cap, the falls of March 2020, \
      May 2021 and November 2022, and those of the configuration's [[scenario]] tables. Profit is told of what is \
      owned (unhedged), of the legs (hedge), of funding, and of all (hedged); then net beta before anything is traded, \
      the margin bar of the account that is worst off (0 is safe, 1 is liquidation), and who is liquidated first, how \
      far into the scenario. A liquidated position is not closed: from there on the figures are those of the book as it \
      stood. A scenario named by --scenario is shown with its coins, strategies and accounts.
      JSON: schema, at, portfolio, currency, benchmark, scenarios with name, kind, source, benchmark_move, moves \
      (asset, move, rule), total and strategies (unhedged, hedge, funding, hedged, net_beta_before, net_beta_after), \
      accounts (margin_before, margin_after, equity_after, liquidation), first_liquidation, unknown. An unknown figure \
      has value null and a reason. Losses are negative; moves and ratios are fractions.
      Exit codes: 3 the configuration is wrong; 64 the command line is wrong, or no scenario has that name.
      Examples:
        hedgetop stress
        hedgetop stress -c hedge.toml --scenario "March 2020" "benchmark +20 %"
        hedgetop stress --json | jq '.scenarios[] | [.name, .total.hedged.value]'
      """)

  @OptionGroup var portfolio: PortfolioOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only these, in detail, by name; all in one table when left out.", valueName: "name"))
  var scenario: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var waiting: WaitOptions

  @MainActor
  func run() async throws {
    let table = try await waiting.withSession(of: portfolio) { session in
      let scenarios = try ScenarioChoice.scenarios(named: scenario, among: session.configuration.scenarios)
      return session.store.stressTable(scenarios, volatilities: await session.volatilities())
    }
    if json {
      print(try JSONOutput.text(StressReport(table)), terminator: "")
    } else {
      print(PrintableLines.text(StressText(table, isDetailed: !scenario.isEmpty).text), terminator: "")
    }
  }
}
