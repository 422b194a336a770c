import ArgumentParser
import Foundation
import HedgeConfiguration
import HedgeStore
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
        hedgetop -c core.toml -c alts.toml  several: Tab turns to the next, o shows all
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
    let portfolios = try await portfolio.open()
    let settings = display.settings(portfolios[0].session.configuration.display)
    let themes = ThemeLibrary(folders: themeFolders(settings))
    let theme = try themes.theme(named: settings.theme)
    defer { for portfolio in portfolios { portfolio.stop() } }
    let terminal = try open(settings)
    let watcher = Watcher(
      portfolios, terminal: terminal, settings: settings, themes: themes, theme: theme, refreshes: maxIterations)
    let code = await watcher.run { for portfolio in portfolios { begin(portfolio, settings) } }
    terminal.close()
    if code != 0 { throw ExitCode(code) }
  }

  @MainActor
  private func begin(_ portfolio: WatchedPortfolio, _ settings: DisplaySettings) {
    portfolio.start()
    portfolio.session.store.refresh()
    portfolio.session.store.startTimer(every: .milliseconds(settings.refreshInterval))
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
