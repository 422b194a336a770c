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
      Examples:
        hedgetop config default > hedge.toml
        hedgetop config default --kind sector-spread
      """)

  @OptionGroup var example: ExampleOptions

  func run() throws {
    print(example.text, terminator: "")
  }
}
