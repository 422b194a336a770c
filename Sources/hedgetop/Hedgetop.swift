import ArgumentParser

/// The program: `watch` when no command is named.
@main
struct Hedgetop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hedgetop", abstract: "Watch a running crypto beta hedge.",
    discussion: """
      Spot holdings on one side, short futures on the other, and between them the figures that decide whether the hedge
      still holds: net beta against its target, margin, funding. It watches and warns; it never sends an order.

      Exit codes: 0 ok; 1 something failed; 3 the configuration is wrong; 4 no or stale prices; 10 drift beyond the band
      (check); 64 the command line is wrong; 128 + n ended by signal n.
      """,
    version: ProgramVersion.text,
    subcommands: [
      WatchCommand.self, StatusCommand.self, CheckCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)

  /// Runs the program: the one place that turns an error into words and an exit code.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as ProgramFailure {
      StandardError.write("hedgetop: \(failure.message)\n")
      Self.exit(withError: ExitCode(failure.code.rawValue))
    } catch {
      exit(withError: error)
    }
  }
}
