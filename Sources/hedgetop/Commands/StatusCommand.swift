import ArgumentParser
import HedgeConfiguration
import HedgeStore
import NcursesTerminal
import Panels
import TerminalCells

/// `hedgetop status`: one snapshot, for people or programs.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print one snapshot and end.",
    discussion: """
      Waits until every figure is known, at most --wait seconds, and prints what is known then; an unknown figure is \
      shown as a dash with its reason, in JSON as null with the reason beside it.

      Of several portfolios each is printed below the other; their JSON is a list of objects.

      JSON: schema, at, portfolio, currency, benchmark, benchmark_price, benchmark_change, feeds, strategies \
      (net_beta, holdings, legs, funding, suggestions, verdict), accounts (read_at tells when one was read from its \
      exchange), reconciliations (account, agrees, and lines with subject, instrument, ours, venue, difference, cause: \
      figures of accounts that are read beside the exchange's own), alerts. A figure is an object: value, as_of, \
      age_seconds, source and stale; or value null with reason and reason_kind. Cash received is positive, paid \
      negative; short positions are negative; ratios, moves and rates are fractions. Contracts are null while an \
      account has not been read.

      Examples:
        hedgetop status
        hedgetop status --kind cash-and-carry
        hedgetop status -c core.toml -c alts.toml --json | jq '.[].portfolio'
        hedgetop status --json | jq '.strategies[0].net_beta.drift.value'
      """)

  @OptionGroup var portfolio: PortfolioOptions

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(name: [.customShort("U"), .customLong("no-unicode")], help: "Write ASCII signs only.")
  var noUnicode = false

  @Flag(help: "Hide amounts and quantities.")
  var hideBalances = false

  @OptionGroup var waiting: WaitOptions

  @MainActor
  func run() async throws {
    let (snapshots, channels) = try await waiting.withPortfolios(of: portfolio) { portfolios in
      let sessions = portfolios.map(\.session)
      return (
        sessions.map(\.store.snapshot),
        sessions.map { AlertChannelReport.all($0.configuration.alerts, in: $0.journal) }
      )
    }
    print(
      json ? try report(snapshots, channels) : snapshots.map(text).joined(separator: "\n"), terminator: "")
  }

  private func report(_ snapshots: [HedgeSnapshot], _ channels: [[AlertChannelReport]]) throws -> String {
    let reports = zip(snapshots, channels).map { SnapshotReport($0, channels: $1) }
    return reports.count == 1 ? try JSONOutput.text(reports[0]) : try JSONOutput.text(reports)
  }

  /// As wide as the terminal; 120 columns into a file or a pipe.
  @MainActor
  private func text(_ snapshot: HedgeSnapshot) -> String {
    let facts = TerminalFacts.current()
    return StatusText(
      snapshot, glyphs: facts.isUnicode && !noUnicode ? .unicode : .ascii, columns: facts.size?.columns ?? 120,
      hidesBalances: hideBalances
    ).text
  }
}
