import ArgumentParser
import HedgeAnalytics

/// `hedgetop backtest`: what a hedge with a band would have done.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "Tell what a hedged basket would have done on recorded prices.",
    discussion: """
      The basket is bought at the close of --from and never changed. At every close its betas are estimated again from \
      the simple returns of the lookback; when net beta is further from the target than the band, the hedge is traded \
      back to it. Sizes and drift come from the same functions as the live screen. The hedge trades at the benchmark's \
      spot close, or with --perp at the column BTC_PERP; --funding pays the payments of BTCUSDT at their mark prices.

      JSON: from, to, days, hedge, value, lookback, target, band, fee (a fraction), rebalances, turnover, \
      vol_unhedged, vol_hedged (a year), mdd_unhedged, mdd_hedged (greatest falls), index_*_end, final_unhedged, \
      final_equity, hedge_pnl, funding_received (negative was paid), fees, beta_unhedged, beta_hedged, var_reduction, \
      min_abs_gap_to_band; what cannot be told is null, and reason says why. --path writes a line a day: date, V, \
      hedge_price, beta_port, net_before, traded, h_after, hedge_pnl, funding, fee, E, r_hedged, index_hedged.

      Exit codes: 3 a file is wrong; 4 a price, beta or mark price is missing; 64 the command line is wrong.

      Examples:
        hedgetop backtest --prices daily.csv --weights ETH:0.7,BNB:0.3 \\
          --from 2021-01-01 --to 2021-12-31
        hedgetop backtest --prices daily.csv --weights ETH:0.7,BNB:0.3 \\
          --from 2021-01-01 --to 2021-12-31 --perp daily_perp.csv \\
          --funding funding.csv --fee-bps 5 --path path.csv --json
      """)

  @OptionGroup var history: BasketHistoryOptions

  @Option(help: ArgumentHelp("Drift beyond which the hedge is traded.", valueName: "beta"))
  var band = 0.05

  @Option(help: ArgumentHelp("Fee of a trade, in basis points of its value.", valueName: "bps"))
  var feeBps = 0.0

  @Option(
    help: ArgumentHelp("Write every day to this file.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var path: String?

  @Flag(help: "Replace the file of --path.")
  var force = false

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    try Expectation.require(band >= 0 && band.isFinite, "--band: found \(band), expected 0 or more")
    try Expectation.basisPoints(feeBps, "--fee-bps")
  }

  func run() throws {
    if let path { try OutputFile.check(path, option: "--path", replaces: force) }
    let plan = history.plan(band: band, fee: feeBps / 10_000)
    let backtest = try Backtest(plan.input())
    if let path {
      try OutputFile.write(BacktestPath.text(backtest.rows), to: path, option: "--path", replaces: force)
    }
    let report = BacktestReport(plan, backtest)
    print(json ? try JSONOutput.text(report) : PrintableLines.text(report.text), terminator: "")
  }
}
