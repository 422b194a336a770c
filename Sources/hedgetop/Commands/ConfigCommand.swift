import ArgumentParser
import HedgeConfiguration

/// `hedgetop config`: about configuration files.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check a configuration, or print the example.",
    subcommands: [ConfigCheckCommand.self, ConfigDefaultCommand.self])
}

/// `hedgetop config default`: the documented example on standard output.
struct ConfigDefaultCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "default", abstract: "Print the documented example.",
    discussion: """
      Example:
        hedgetop config default > hedge.toml
      """)

  @Flag(help: "Print the example for recorded prices.")
  var replay = false

  func run() throws {
    print(replay ? ExampleConfiguration.replay : ExampleConfiguration.text, terminator: "")
  }
}
