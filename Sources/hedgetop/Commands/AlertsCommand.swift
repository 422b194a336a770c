import ArgumentParser

/// `hedgetop alerts`: what is watched, and who is told.
struct AlertsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alerts", abstract: "List what is watched and who is told, or try a channel.",
    subcommands: [AlertsListCommand.self, AlertsTestCommand.self])
}
