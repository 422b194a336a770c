import ArgumentParser
import FoundationEssentials
import Glibc
import HedgeConfiguration
import HedgeModel
import ScreenSocket

/// `hedgetop run`: watches without a screen, as a service.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Watch the hedge without a screen, as a service.",
    discussion: """
      Runs in the foreground and writes a line to standard error for everything that happens: alerts, decisions, feeds \
      and verdicts that change. In JSON a line is an object: at, level, kind, portfolio, message and, in a market with \
      a time of its own, market_at. Under systemd, lines carry their level, and readiness, state and watchdog are told.

      SIGHUP reads the configuration again, all of it or, when it has a mistake, none: the log says which and where. \
      SIGTERM and Ctrl-C end it; the exit code is then 0.

      hedgetop attach shows its screen, by a socket that only its user can reach.

      --print-unit prints a unit file for systemd instead, of your own service or of the machine's, with the \
      configuration named.

      Examples:
        hedgetop run -c hedge.toml
        hedgetop run -c hedge.toml --log-format json 2>> hedge.log
        hedgetop run --print-unit user > ~/.config/systemd/user/hedgetop.service
        systemctl --user enable --now hedgetop; systemctl --user reload hedgetop
      """)

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var monitoring: MonitoringOptions

  @Option(help: ArgumentHelp("How the log is written: text or json.", valueName: "format"))
  var logFormat = ServiceLogFormat.text

  @Option(
    name: [.customShort("u"), .long],
    help: ArgumentHelp("Milliseconds between refreshes, 100 to 60000.", valueName: "ms"))
  var update: Int?

  @Option(name: [.customShort("n"), .long], help: ArgumentHelp("Stop after so many refreshes.", valueName: "count"))
  var maxIterations: Int?

  @Option(help: ArgumentHelp("The socket screens attach to, instead of the usual one.", valueName: "path"))
  var socket: String?

  @Flag(name: .customLong("readonly"), help: "Let no screen that attaches decide anything.")
  var readOnly = false

  @Option(help: ArgumentHelp("Print a unit file for systemd instead: user or system.", valueName: "kind"))
  var printUnit: ServiceUnit.Kind?

  func validate() throws {
    if let update, !(100...60_000).contains(update) {
      throw ValidationError("--update: found \(update), expected milliseconds from 100 to 60000")
    }
    if let maxIterations, maxIterations < 1 {
      throw ValidationError("--max-iterations: found \(maxIterations), expected 1 or more")
    }
  }

  @MainActor
  func run() async throws {
    if let printUnit { return print(unit(printUnit), terminator: "") }
    let environment = ProcessInfo.processInfo.environment
    let log = ServiceLog(logFormat, isPrefixed: ServiceLog.isRead(byJournalOf: environment))
    do {
      try await serve(log, environment)
    } catch {
      guard let failure = ProgramFailure(error) else { throw error }
      log.say("service", .error, failure.message)
      throw ExitCode(failure.code.rawValue)
    }
  }

  @MainActor
  private func serve(_ log: ServiceLog, _ environment: [String: String]) async throws {
    let manager = ServiceManager(environment: environment)
    let warn: @MainActor (String) -> Void = { log.say("service", .warning, $0) }
    let portfolios = try await portfolio.open(in: "run", warn: warn)
    log.portfolios = portfolios.map(\.name)
    for portfolio in portfolios { log.say("service", .notice, beginning(portfolio)) }
    let places =
      try socket.map { [SocketPlace(path: $0)] }
      ?? portfolios.map { try ServicePlaces.usual(of: $0.name, environment: environment) }
    let screens = ScreenHost(
      portfolios, places: places, isReadOnly: readOnly || EnvironmentFlags(environment).flag("READONLY"),
      themesFolder: HedgetopPaths(environment: environment)?.themesFolder, log: log)
    let service = HedgeService(
      portfolios, screens: screens, log: log, manager: manager, interval: update, refreshes: maxIterations)
    let sessions = portfolios.map(\.session)
    let port = try await MonitoringPort.open(try monitoring.settings(sessions[0].configuration.metrics), for: sessions)
    try await service.run()
    await port?.stop()
  }

  @MainActor
  private func beginning(_ portfolio: WatchedPortfolio) -> String {
    "\(ProgramVersion.text) begins, process \(getpid()): “\(portfolio.name)” of \(portfolio.path ?? "the sample"), "
      + "feed \(portfolio.session.configuration.feed.name)"
  }

  private func unit(_ kind: ServiceUnit.Kind) -> String {
    ServiceUnit(
      kind: kind, program: Self.resolved("/proc/self/exe") ?? CommandLine.arguments[0],
      configurations: portfolio.config.map { Self.resolved($0) ?? $0 }
    ).text
  }

  /// The path without links and dots; nil where there is nothing.
  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
