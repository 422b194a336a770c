import ArgumentParser
import Testing

@testable import hedgetop

/// The help texts as recorded: `HEDGETOP_RECORD_HELP=1` writes them anew.
@Suite struct HelpTests {
  static let commands: [(name: String, type: any ParsableCommand.Type)] = [
    ("hedgetop", Hedgetop.self), ("watch", WatchCommand.self), ("run", RunCommand.self),
    ("attach", AttachCommand.self), ("status", StatusCommand.self),
    ("check", CheckCommand.self), ("init", InitCommand.self), ("config", ConfigCommand.self),
    ("config-check", ConfigCheckCommand.self), ("config-default", ConfigDefaultCommand.self),
    ("size", SizeCommand.self), ("size-hedge", SizeHedgeCommand.self), ("size-pair", SizePairCommand.self),
    ("size-carry", SizeCarryCommand.self), ("size-composite", SizeCompositeCommand.self),
    ("ticket", TicketCommand.self), ("plan", PlanCommand.self),
    ("compare", CompareCommand.self), ("stress", StressCommand.self), ("beta", BetaCommand.self),
    ("backtest", BacktestCommand.self),
    ("band", BandCommand.self), ("carry", CarryCommand.self), ("pnl", ProfitCommand.self),
    ("history", HistoryCommand.self), ("log", LogCommand.self),
    ("themes", ThemesCommand.self), ("instruments", InstrumentsCommand.self), ("doctor", DoctorCommand.self),
    ("record", RecordCommand.self), ("info", InfoCommand.self), ("manual", ManualCommand.self),
    ("monitoring", MonitoringCommand.self),
    ("monitoring-rules", MonitoringRulesCommand.self), ("monitoring-dashboard", MonitoringDashboardCommand.self),
    ("monitoring-scrape", MonitoringScrapeCommand.self),
    ("alerts", AlertsCommand.self), ("alerts-list", AlertsListCommand.self),
    ("alerts-test", AlertsTestCommand.self),
  ]

  @Test("each command's help is as recorded", arguments: commands.map(\.name))
  func help(name: String) throws {
    let command = try #require(Self.commands.first { $0.name == name }).type
    let text = Hedgetop.helpMessage(for: command, columns: 100)
    try expectText(text + "\n", matches: name, recordedBy: "HEDGETOP_RECORD_HELP")
  }

  @Test("every command has a help text here, an abstract, and an example where it does something")
  func isComplete() {
    func all(_ type: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
      [type] + type.configuration.subcommands.flatMap(all)
    }
    let commands = all(Hedgetop.self)
    #expect(commands.count == Self.commands.count)
    for command in commands {
      let configuration = command.configuration
      #expect(!configuration.abstract.isEmpty, "\(command)")
      let isLeaf = configuration.subcommands.isEmpty
      #expect(!isLeaf || configuration.discussion.contains("hedgetop "), "\(command) shows no example")
    }
  }

  @Test("--version tells the release, --help goes to standard output, both end with 0")
  func version() throws {
    let folder = try TemporaryFolder()
    let version = try ProgramRun(["--version"], in: folder)
    #expect(version.status == 0 && version.output == ProgramVersion.text + "\n")
    let help = try ProgramRun(["--help"], in: folder)
    #expect(help.status == 0 && help.output.contains("USAGE") && help.errors.isEmpty)
  }

  @Test("completion scripts name the commands and complete files", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let script = try ProgramRun(["--generate-completion-script", shell], in: TemporaryFolder())
    #expect(script.status == 0 && script.errors.isEmpty)
    for word in ["backtest", "config", "lookback", "themes-dir", "csv", "toml", "high-contrast"] {
      #expect(script.output.contains(word), "\(shell) completes no \(word)")
    }
  }

  @Test("a wrong command line ends with 64 and says how it is used", arguments: ["--wrong", "watsh", "--speed=0"])
  func usage(argument: String) throws {
    let run = try ProgramRun([argument], in: TemporaryFolder())
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains("Usage") || run.errors.contains("Help"), "\(run.errors)")
  }
}
