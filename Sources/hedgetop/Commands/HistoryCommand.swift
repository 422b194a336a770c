import ArgumentParser
import HedgeModel
import Journal
import MarketData

/// `hedgetop history`: the past of the figures.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Print the past of the figures, as the journal keeps it.",
    discussion: """
      A monitor keeps every figure of each strategy every second, and for longer every minute, hour and day; the \
      [history] table of the configuration says for how long. A point stands for the time from its instant to the next \
      one's: its last value known, and the lowest and highest, so that a breach between two points is not lost. This \
      reads only, also while a monitor runs; what is newer than five seconds may not be there yet.

      Figures: net_beta, target, band, margin_ratio, spot_value, hedge_notional, funding (since the legs were opened), \
      profit and its parts profit_beta, profit_alpha, profit_basis, profit_funding, profit_fees, profit_slippage, \
      profit_collateral, profit_residual. Money is in the portfolio's currency; received is positive.

      JSON: schema, portfolio, every_seconds, points (at, strategy, and each figure with its last value, _low and \
      _high). CSV: a row a point, columns alike. Instants are UTC. What was not known, or not watched, is null, or an \
      empty cell.

      Examples:
        hedgetop history
        hedgetop history --since 7d --every 1h --figure net_beta --figure margin_ratio
        hedgetop history -c hedge.toml --since 2026-11-01 --until 2026-11-08 --csv > week.csv
        hedgetop history --since 30d --every 1d --json | jq '.points[] | [.at, .net_beta_high]'
      """)

  @OptionGroup var portfolio: KeptPortfolioOptions

  @Option(help: ArgumentHelp("From when: 7d, 36h, 90m, or an instant in UTC.", valueName: "instant"))
  var since: InstantText = .ago(.days(1))

  @Option(help: ArgumentHelp("Until when, likewise. (default: now)", valueName: "instant"))
  var until: InstantText?

  @Option(help: ArgumentHelp("Of this strategy only. (default: all)", valueName: "name"))
  var strategy: String?

  @Option(help: ArgumentHelp("This figure only; may be repeated. (default: all)", valueName: "figure"))
  var figure: [HistoryFigure] = []

  @Option(
    help: ArgumentHelp(
      "How far apart points are at least: 1s, 10m, 1h, 1d. (default: by the time asked for)", valueName: "time"))
  var every: SpanText?

  @OptionGroup var format: KeptFormat

  /// Points of a strategy when nothing else is asked for.
  private static let readable = 48
  /// Points of a strategy at most.
  private static let most = 1_000_000

  func run() throws {
    let now = WallClock().now()
    let name = try portfolio.portfolio()
    let reader = try portfolio.reader(of: name)
    let kept = try reader?.strategies() ?? []
    if let strategy, !kept.contains(strategy) {
      let names = kept.isEmpty ? "none: nothing is kept of \(name)" : "one of \(kept.joined(separator: ", "))"
      throw ProgramFailure(.usage, "--strategy: found “\(strategy)”, expected \(names)")
    }
    let figures = figure.isEmpty ? HistoryFigure.allCases : figure
    let all = try kept.filter { strategy == nil || $0 == strategy }.map { strategy in
      let query = HistoryQuery(
        strategy: strategy, figures: figures, since: since.instant(at: now), until: until?.instant(at: now) ?? now,
        points: every == nil ? Self.readable : Self.most, every: every?.duration)
      return (strategy: strategy, series: try reader?.series(query) ?? .empty)
    }
    let report = HistoryReport(portfolio: name, figures: figures, series: all)
    print(format.json ? try JSONOutput.text(report) : format.csv ? report.csv : report.text, terminator: "")
  }
}

extension HistoryFigure: ExpressibleByArgument {}
