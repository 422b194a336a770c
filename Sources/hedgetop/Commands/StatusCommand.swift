import ArgumentParser
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
    let (snapshot, channels) = try await waiting.withSession(of: portfolio) { session in
      (session.store.snapshot, AlertChannelReport.all(session.configuration.alerts, in: session.journal))
    }
    print(json ? try JSONOutput.text(SnapshotReport(snapshot, channels: channels)) : text(snapshot), terminator: "")
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
