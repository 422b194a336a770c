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
      3 the configuration is wrong; 1 something else failed.

      Example, in a crontab:
        */10 * * * *  hedgetop check -c ~/hedge.toml || notify-send "hedge: look at it"
      """)

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var waiting: WaitOptions

  @Flag(name: [.short, .long], help: "Print nothing.")
  var quiet = false

  @MainActor
  func run() async throws {
    let snapshot = try await waiting.snapshot(of: portfolio)
    let strategies = snapshot.figures.strategies
    if !quiet { for strategy in strategies { print(VerdictLine.text(strategy, at: snapshot.now)) } }
    if let code = Self.code(strategies.map(\.netBeta.verdict)) { throw ExitCode(code.rawValue) }
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
