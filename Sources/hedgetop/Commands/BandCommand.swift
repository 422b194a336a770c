import ArgumentParser
import HedgeAnalytics
import HedgeConfiguration
import HedgeModel
import NcursesTerminal
import TerminalCells

/// `hedgetop band`: which band would have been best.
struct BandCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "band", abstract: "Tell which band would have been best on recorded prices.",
    discussion: """
      Runs the backtest once for each band, with the same sizing and drift as the live screen. A narrow band trades \
      often and costs fees and slippage; a wide one lets the hedge stray from the perfect one, which is back on target \
      at every close for free. The tracking variance is the mean square of the daily difference between the two, times \
      365; it is worth half the risk aversion times itself. The best band has the smallest score: cost a year plus that \
      worth, both as fractions of the basket's value. The opening trade is left out, as every band pays it.

      JSON: from, to, days, hedge, value, lookback, target, fee, slippage (fractions), risk_aversion, bands (band, \
      rebalances, turnover, fees, slippage, cost_per_year, tracking_variance, tracking_error, risk_cost, score), best \
      (one of them).

      Exit codes: 3 a file is wrong; 4 a price, beta or mark price is missing; 64 the command line is wrong.

      Examples:
        hedgetop band --prices daily.csv --weights ETH:0.7,BNB:0.3 \\
          --from 2021-01-01 --to 2021-12-31
        hedgetop band --prices daily.csv --weights ETH:0.7,BNB:0.3 \\
          --from 2021-01-01 --to 2021-12-31 --bands 0.02,0.05,0.1 --slippage-bps 2 --json
      """)

  @OptionGroup var history: BasketHistoryOptions

  @Option(
    help: ArgumentHelp(
      "Bands to try: from:to:step, or a list such as 0.02,0.05,0.1. (default: 0.01:0.20:0.01)", valueName: "bands"),
    transform: BandsText.bands)
  var bands = (1...20).map { Double($0) / 100 }

  @Option(help: ArgumentHelp("Fee of a trade, in basis points of its value.", valueName: "bps"))
  var feeBps = 5.0

  @Option(help: ArgumentHelp("Slippage of a trade, in basis points of its value.", valueName: "bps"))
  var slippageBps = 0.0

  @Option(
    help: ArgumentHelp(
      "How much variance is minded: 0 not at all, 3 is common, more keeps the hedge closer. (default: the configured strategy's, 3 unless stated)",
      valueName: "number"))
  var riskAversion: Double?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The configuration whose risk aversion counts. (default: the one at the usual place, if there is one)",
      valueName: "file"), completion: .file(extensions: ["toml"]))
  var config: String?

  @OptionGroup var strategy: StrategyOption

  @Flag(name: [.customShort("U"), .customLong("no-unicode")], help: "Write ASCII signs only.")
  var noUnicode = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    try Expectation.basisPoints(feeBps, "--fee-bps")
    try Expectation.basisPoints(slippageBps, "--slippage-bps")
    try riskAversion.map {
      try Expectation.require($0 >= 0 && $0 <= 1e9, "--risk-aversion: found \($0), expected a number from 0")
    }
  }

  /// The stated risk aversion, or that of the configured strategy.
  @MainActor
  private func aversion() async throws -> Double {
    if let riskAversion { return riskAversion }
    let configured = try await PortfolioOptions.loader(at: config).load()
    return try strategy.found(in: configured.portfolio.strategies, name: \.name).policy.costs.riskAversion
  }

  @MainActor
  func run() async throws {
    let plan = history.plan(band: 0, fee: feeBps / 10_000)
    let study = try BandStudy(
      plan.input(), bands: bands, slippage: slippageBps / 10_000, riskAversion: try await aversion())
    let report = BandReport(plan, study, slippage: slippageBps / 10_000)
    let glyphs: GlyphSet = TerminalFacts.current().isUnicode && !noUnicode ? .unicode : .ascii
    print(json ? try JSONOutput.text(report) : PrintableLines.text(report.text(glyphs)), terminator: "")
  }
}
