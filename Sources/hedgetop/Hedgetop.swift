import ArgumentParser
import CProcess

/// The program: `watch` when no command is named.
@main
struct Hedgetop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hedgetop", abstract: "Watch a running crypto beta hedge.",
    discussion: """
      Spot holdings on one side, short futures on the other, and between them the figures that decide whether the \
      hedge still holds: net beta against its target, margin, funding. It watches and warns; it never sends an order.

      Exit codes: 0 ok; 1 something failed; 3 the configuration or a data file is wrong; 4 no or stale prices; 10 \
      drift beyond the band (check); 64 the command line is wrong; 128 + n ended by signal n.

      The options of watch may be given without naming it: hedgetop -c hedge.toml. See hedgetop watch --help.

      Begin with:
        hedgetop                            a sample portfolio on a simulated market
        hedgetop init                       writes a configuration to change
        hedgetop config check hedge.toml    tells every mistake in it
      """,
    version: ProgramVersion.text,
    subcommands: [
      WatchCommand.self, RunCommand.self, AttachCommand.self, StatusCommand.self, CheckCommand.self, InitCommand.self,
      ConfigCommand.self, SizeCommand.self,
      TicketCommand.self, PlanCommand.self, CompareCommand.self, StressCommand.self, BetaCommand.self,
      BacktestCommand.self, BandCommand.self, CarryCommand.self, ProfitCommand.self, HistoryCommand.self,
      LogCommand.self, AlertsCommand.self, MonitoringCommand.self, RecordCommand.self, InstrumentsCommand.self,
      DoctorCommand.self, ThemesCommand.self, InfoCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)

  /// Runs the program: the one place that turns an error into words and an exit code.
  static func main() async {
    cp_keep_heap_small()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = ProgramFailure(error) else { exit(withError: error) }
      StandardError.write("hedgetop: \(PrintableLines.text(failure.message))\n")
      exit(withError: ExitCode(failure.code.rawValue))
    }
  }
}
