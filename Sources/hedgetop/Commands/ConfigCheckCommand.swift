import ArgumentParser
import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData

/// `hedgetop config check`: every mistake of a configuration with its place.
struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell every mistake in a configuration file.",
    discussion: """
      Prints one line for each mistake and warning: file:line:column, the key, what was found, what is expected. \
      Nothing is opened but the file itself, the recording it plays and the specifications kept in the cache, and \
      nobody is asked: contracts are those that hedgetop doctor, hedgetop instruments or the screen read last. Exit \
      codes: 0 it can be used; 3 it cannot.

      JSON: file, ok, summary (null when it cannot be used), and issues with severity, line, column, path, message, \
      suggestion; what is not known is null.

      Examples:
        hedgetop config check hedge.toml
        hedgetop config check hedge.toml --json | jq '.issues[].message'
      """)

  @Argument(
    help: "The file to check; without it, the one hedgetop would read.", completion: .file(extensions: ["toml"]))
  var file: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let path = file ?? HedgetopPaths(environment: environment)?.configurationFile else {
      throw ProgramFailure(.usage, "HOME is not set, so there is no usual place; name the file to check")
    }
    let check = ConfigurationCheck(path, now: WallClock().now(), environment: environment)
    print(json ? try JSONOutput.text(ConfigurationReport(check)) : check.text, terminator: "")
    if check.configuration == nil { throw ExitCode(ProgramFailure.Code.configuration.rawValue) }
  }
}
