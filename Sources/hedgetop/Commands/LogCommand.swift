import ArgumentParser
import HedgeModel
import Journal
import MarketData

/// `hedgetop log`: what was decided, told and paid.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Print what was decided, what alerts told, and what funding was paid.",
    discussion: """
      The audit trail of a portfolio, from its journal, oldest first: decisions with the command they were made in and \
      the value before and after; alerts as they were raised, escalated, reminded of and cleared; funding payments of \
      each leg. Amounts are exact. A payment in which the mark price is not known has no amount. This reads only, also \
      while a monitor runs.

      JSON: schema, portfolio, entries. Each has at, kind (decision, alert, funding), what (hedge_ratio, net_beta, fill, \
      review, acknowledgement, snooze, undo; raised, escalated, cleared, reminded; payment), id, strategy, command, \
      instrument, account, old, new, amount, currency, rate, contracts, price, severity, and words. CSV has the same \
      columns. What an entry does not have is null, or an empty cell. Decimals are texts, so that none is rounded.

      Examples:
        hedgetop log
        hedgetop log -c hedge.toml --since 7d --only decision
        hedgetop log --only funding --since 2026-11-01 --csv > funding.csv
        hedgetop log --json | jq '.entries[] | select(.what == "fill")'
      """)

  @OptionGroup var portfolio: KeptPortfolioOptions

  @Option(
    help: ArgumentHelp(
      "From when: 7d, 36h, 90m, or an instant in UTC. (default: from the beginning)", valueName: "instant"))
  var since: InstantText?

  @Option(help: ArgumentHelp("Until when, likewise. (default: to the end)", valueName: "instant"))
  var until: InstantText?

  @Option(help: ArgumentHelp("Entries of this kind; may be repeated. (default: all)", valueName: "kind"))
  var only: [LogReport.Kind] = []

  @OptionGroup var format: KeptFormat

  func run() throws {
    let now = WallClock().now()
    let name = try portfolio.portfolio()
    let begin = since?.instant(at: now) ?? Timestamp(milliseconds: .min)
    let end = until?.instant(at: now) ?? Timestamp(milliseconds: .max)
    let report = LogReport(
      portfolio: name,
      try LogReport.entries(
        of: try portfolio.reader(of: name), from: begin, to: end, kinds: only.isEmpty ? LogReport.Kind.allCases : only))
    print(format.json ? try JSONOutput.text(report) : format.csv ? report.csv : report.text, terminator: "")
  }
}

extension LogReport.Kind: ExpressibleByArgument {}
