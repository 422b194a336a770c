import ArgumentParser
import HedgeStore
import Panels

/// `hedgetop status`: one snapshot, for people or programs.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Print one snapshot and end.",
    discussion: """
      Waits until every figure is known, at most --wait seconds, and prints what is known then; an unknown figure is
      shown as a dash with its reason, in JSON as null with the reason beside it.

      Examples:
        hedgetop status
        hedgetop status --json | jq '.strategies[0].net_beta.drift.value'
      """)

  @OptionGroup var portfolio: PortfolioOptions

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var waiting: WaitOptions

  @MainActor
  func run() async throws {
    let snapshot = try await waiting.snapshot(of: portfolio)
    print(json ? try JSONOutput.text(SnapshotReport(snapshot)) : StatusText(snapshot).text, terminator: "")
  }
}
