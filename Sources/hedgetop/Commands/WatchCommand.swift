import ArgumentParser
import Foundation
import HedgeConfiguration
import NcursesTerminal

/// `hedgetop watch`: the screen.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Show the hedge, live.",
    discussion: """
      Press ? for the keys. The program watches and warns; it never sends an order.

      Examples:
        hedgetop                            the sample portfolio on the simulated market
        hedgetop --kind pair                the sample of another strategy
        hedgetop -c hedge.toml              your portfolio
        hedgetop -c recorded.toml --speed 3600
      """)

  @OptionGroup var portfolio: PortfolioOptions
  @OptionGroup var display: DisplayOptions

  @Option(name: [.customShort("n"), .long], help: ArgumentHelp("Stop after so many refreshes.", valueName: "count"))
  var maxIterations: Int?

  @Flag(help: "Print the documented example configuration instead, as config default does.")
  var defaultConfig = false

  func validate() throws {
    if let maxIterations, maxIterations < 1 {
      throw ValidationError("--max-iterations: found \(maxIterations), expected 1 or more")
    }
  }

  @MainActor
  func run() async throws {
    if defaultConfig { return print((portfolio.kind ?? .spotHedge).text, terminator: "") }
    let loader = portfolio.loader()
    let configuration = try await loader.load()
    let settings = display.settings(configuration.display)
    let themes = ThemeLibrary(folders: themeFolders(settings))
    let theme = try themes.theme(named: settings.theme)
    let session = try HedgeSession(
      configuration, journal: try portfolio.journal(of: configuration.portfolio), network: loader.network,
      speed: portfolio.speed)
    let accounts = AccountWatch(session, loader)
    accounts.start()
    defer { accounts.stop() }
    let terminal = try open(settings)
    let alerts = try companion(of: session, terminal)
    alerts.start()
    defer { alerts.stop() }
    let watcher = Watcher(
      session: session, terminal: terminal, settings: settings, themes: themes, theme: theme,
      readConfiguration: { try await loader.load() }, refreshes: maxIterations)
    let code = await watcher.run()
    terminal.close()
    if code != 0 { throw ExitCode(code) }
  }

  /// Gives the terminal back when a channel cannot be made, so that the reason is read.
  @MainActor
  private func companion(of session: HedgeSession, _ terminal: NcursesSession) throws -> AlertCompanion {
    do {
      return try AlertCompanion(session, terminal: terminal, environment: ProcessInfo.processInfo.environment)
    } catch {
      terminal.close()
      throw error
    }
  }

  @MainActor
  private func open(_ settings: DisplaySettings) throws -> NcursesSession {
    do {
      return try NcursesSession(options: settings.terminal)
    } catch {
      throw ProgramFailure(.runtime, error.message)
    }
  }

  private func themeFolders(_ settings: DisplaySettings) -> [String] {
    let own = HedgetopPaths(environment: ProcessInfo.processInfo.environment)?.themesFolder
    return [own, settings.themesFolder].compactMap { $0 }
  }
}
