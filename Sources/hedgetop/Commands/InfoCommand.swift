import ArgumentParser
import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData
import NcursesTerminal

/// `hedgetop info`: where everything is and what was found, for people who look for a mistake.
struct InfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Tell every path, the version and what the terminal can do.",
    discussion: """
      Nothing is opened but the configuration, and nothing is written.

      JSON: version; paths, each with path and exists; terminal with term, terminfo, size, colours, unicode, codeset, \
      locale; configuration with file (null for the sample), portfolio, feed, ok and reason. What is not known is \
      null.

      Examples:
        hedgetop info
        hedgetop info --json | jq -r '.paths.journal.path'
      """)

  @Option(
    name: [.short, .long], help: ArgumentHelp("The configuration file.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Flag(help: "Print JSON.")
  var json = false

  @MainActor
  func run() async throws {
    let report = InfoReport(
      environment: ProcessInfo.processInfo.environment, stated: config, now: WallClock().now(),
      terminal: TerminalFacts.current(), files: { FileManager.default.fileExists(atPath: $0) })
    print(json ? try JSONOutput.text(report) : PrintableLines.text(report.text), terminator: "")
  }
}
