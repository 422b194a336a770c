import ArgumentParser
import FoundationEssentials
import HedgeConfiguration
import NcursesTerminal
import ScreenSocket
import ScreenWire
import TerminalCells

/// `hedgetop attach`: the screen of a running service.
struct AttachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Show the screen of a running service.",
    discussion: """
      The service (hedgetop run) draws for each screen attached to it; any number may be, each with a page, theme, size \
      and pace of its own. It looks and decides nothing unless --control is given, which one at a time may have; what \
      is decided is kept by the service before it is shown as done. Leaving ends the screen, not the service. When the \
      service goes away the screen says so and attaches again by itself.

      The service is found by the portfolio's name: --portfolio, or that of the configuration. Only the user whose \
      service it is may attach: the socket and its folder are that user's alone. Over ssh it needs a terminal: ssh -t.

      Examples:
        hedgetop attach
        hedgetop attach -c hedge.toml --control
        ssh -t watchtower hedgetop attach --portfolio Core
      """)

  @Option(
    name: [.short, .long], help: ArgumentHelp("The configuration file of the service.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Option(help: ArgumentHelp("The name of the portfolio.", valueName: "name"))
  var portfolio: String?

  @Option(help: ArgumentHelp("The socket of the service, instead of the usual one.", valueName: "path"))
  var socket: String?

  @Flag(help: "Decide, too: set hedge ratios, record fills, acknowledge alerts.")
  var control = false

  @OptionGroup var display: DisplayOptions

  func validate() throws {
    if [config, portfolio, socket].compactMap({ $0 }).count > 1 {
      throw ValidationError("--config, --portfolio and --socket each name the service; state one of them")
    }
    if control, display.readOnly {
      throw ValidationError("--control decides and --readonly refuses every decision; state one of them")
    }
  }

  @MainActor
  func run() async throws {
    let places = try places()
    let connection = try Self.connect(to: places)
    let settings = display.settings(DisplayConfiguration())
    let terminal: NcursesSession
    do {
      terminal = try NcursesSession(options: settings.terminal)
    } catch {
      throw ProgramFailure(.runtime, error.message)
    }
    let environment = EnvironmentFlags(ProcessInfo.processInfo.environment)
    let hello = ViewerHello(
      program: ProgramVersion.text, size: terminal.size, capabilities: terminal.capabilities, wantsControl: control,
      theme: display.theme ?? environment.text("THEME"), themesFolder: display.themesDir,
      interval: display.update ?? environment.number("UPDATE", in: 100...60_000), hidesBalances: settings.hidesBalances)
    let screen = AttachedScreen(terminal: terminal, hello: hello, connection: connection) {
      try Self.connect(to: places)
    }
    let ending = await screen.run()
    terminal.close()
    switch ending {
    case .code(0): return
    case .code(let code): throw ExitCode(code)
    case .refused(let words): throw ProgramFailure(.runtime, words)
    }
  }

  /// Connects to the first of the places where somebody answers.
  @MainActor
  private static func connect(to places: [SocketPlace]) throws -> SocketConnection {
    for place in places {
      do {
        return try SocketConnection.connect(to: place)
      } catch  where error.kind == .absent {
        continue
      } catch {
        throw ProgramFailure(.runtime, error.description)
      }
    }
    let tried = places.map(\.path).joined(separator: ", ")
    throw ProgramFailure(
      .runtime, "no service answers at \(tried); start it by hedgetop run, or see hedgetop info for the places")
  }

  @MainActor
  private func places() throws -> [SocketPlace] {
    if let socket { return [SocketPlace(path: socket)] }
    let environment = ProcessInfo.processInfo.environment
    let name = try portfolio ?? PortfolioOptions.portfolioName(of: config)
    return try ServicePlaces.all(of: name, environment: environment)
  }
}
