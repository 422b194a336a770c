import ArgumentParser
import HedgeAnalytics
import HedgeStore
import Panels

/// `hedgetop check`: the verdict as an exit code, for cron and scripts.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell by the exit code whether every hedge is in its band.",
    discussion: """
      Exit codes: 0 every strategy is in its band; 10 a drift is beyond it; 4 there are no prices, or only stale ones; \
      3 the configuration is wrong; 1 something else failed. Of several portfolios the worst counts: what cannot be \
      judged before what is beyond its band, for it may hide worse.

      Examples, the second in a crontab:
        hedgetop check -c core.toml -c alts.toml
        */10 * * * *  hedgetop check -c ~/hedge.toml || notify-send "hedge: look at it"
      """)

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var waiting: WaitOptions

  @Flag(name: [.short, .long], help: "Print nothing.")
  var quiet = false

  @MainActor
  func run() async throws {
    let snapshots = try await waiting.snapshots(of: portfolio)
    if !quiet { for snapshot in snapshots { tell(snapshot, isOneOfSeveral: snapshots.count > 1) } }
    let verdicts = snapshots.flatMap { $0.figures.strategies.map(\.netBeta.verdict) }
    if let code = Self.code(verdicts) { throw ExitCode(code.rawValue) }
  }

  private func tell(_ snapshot: HedgeSnapshot, isOneOfSeveral: Bool) {
    let name = isOneOfSeveral ? PrintableLines.text(snapshot.figures.name) + ": " : ""
    for strategy in snapshot.figures.strategies { print(name + VerdictLine.text(strategy, at: snapshot.now)) }
  }

  /// What the program exits with; nil for 0. A strategy that cannot be judged counts more than one in breach: it may
  /// hide a worse one.
  static func code(_ verdicts: [NetBetaFigures.Verdict]) -> ProgramFailure.Code? {
    let codes = verdicts.compactMap { verdict -> ProgramFailure.Code? in
      switch verdict {
      case .inBand: nil
      case .breach: .breach
      case .stale, .unknown: .noData
      }
    }
    return codes.contains(.noData) ? .noData : codes.first
  }
}
