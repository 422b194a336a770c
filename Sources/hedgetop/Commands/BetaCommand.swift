import ArgumentParser
import HedgeModel
import MarketData

/// `hedgetop beta`: betas from a file of prices.
struct BetaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beta", abstract: "Estimate betas from a file of closing prices.",
    discussion: """
      Ordinary least squares with intercept of each column's returns on the benchmark's, over the bars in the lookback \
      that end with --end. Gaps stay gaps: a return needs two prices one bar apart, and what is missing is not \
      counted. The file's first column is date (one UTC day a row) or open_time (one hour or day a row, named by its \
      opening).

      JSON: end, benchmark, rows with asset, n (returns used), beta, alpha (per bar), se (classical), hac_se \
      (Newey-West), r2, corr. A beta that cannot be estimated is null, with a reason. Exit codes: 3 the file is wrong; \
      64 the command line is wrong.

      Examples:
        hedgetop beta --prices daily.csv --end 2021-05-19
        hedgetop beta --prices daily.csv --benchmark BTC:0.5,ETH:0.5 --json
        hedgetop beta --prices hourly.csv --lookback 720 --returns simple
      """)

  @Option(
    help: ArgumentHelp("Closing prices, a column for each asset.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var prices: String

  @Option(
    help: ArgumentHelp(
      "An asset, or weights that add up to 1: BTC:0.5,ETH:0.5. (default: BTC)", valueName: "benchmark"),
    transform: Benchmark.parse)
  var benchmark = Benchmark("BTC")

  @Option(help: ArgumentHelp("Bars in the window.", valueName: "bars"))
  var lookback = 90

  @Option(
    help: ArgumentHelp(
      "The last bar, as the file names it: 2021-05-19, or 2021-05-19T23:00:00Z in an hourly file. (default: the last"
        + " row)", valueName: "bar"))
  var end: String?

  @Option(help: ArgumentHelp("How a return is taken from two prices.", valueName: "kind"))
  var returns = BetaPolicy.Returns.log

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    if !(2...100_000).contains(lookback) {
      throw ValidationError("--lookback: found \(lookback), expected bars from 2 to 100000")
    }
  }

  func run() throws {
    let table = try PriceTable(path: prices)
    let last = try end.map { try table.row(named: $0, option: "--end") } ?? table.count - 1
    let report = BetaStudyReport(
      try BetaStudy(table, benchmark: benchmark, lookback: lookback, last: last, returns: returns))
    print(json ? try JSONOutput.text(report) : PrintableLines.text(report.text), terminator: "")
  }
}

extension BetaPolicy.Returns: ExpressibleByArgument {}
