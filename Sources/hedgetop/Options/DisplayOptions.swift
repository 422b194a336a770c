import ArgumentParser
import Foundation
import HedgeConfiguration
import HedgeModel
import NcursesTerminal
import Panels
import TerminalCells

/// How the screen looks and behaves: flags win over `HEDGETOP_*`, which win over the configuration.
struct DisplayOptions: ParsableArguments {
  @Option(
    name: [.customShort("u"), .long],
    help: ArgumentHelp("Milliseconds between refreshes, 100 to 60000.", valueName: "ms"))
  var update: Int?

  @Option(
    help: ArgumentHelp("A built-in theme, or one of the themes folder.", valueName: "name"),
    completion: .list(BuiltinThemes.names))
  var theme: String?

  @Option(
    help: ArgumentHelp("A folder of btop theme files to choose from.", valueName: "folder"), completion: .directory)
  var themesDir: String?

  @Flag(name: [.customShort("t"), .customLong("tty")], help: "Draw with 16 colours.")
  var sixteenColours = false

  @Flag(name: [.customShort("l"), .customLong("low-color")], help: "Draw with 256 colours.")
  var lowColour = false

  @Flag(name: [.customShort("C"), .customLong("no-color")], help: "Draw without colours.")
  var noColour = false

  @Flag(name: [.customShort("U"), .customLong("no-unicode")], help: "Draw with ASCII signs only.")
  var noUnicode = false

  @Flag(name: [.customShort("M"), .customLong("no-mouse")], help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Flag(help: "Begin with amounts hidden.")
  var hideBalances = false

  @Flag(name: .customLong("readonly"), help: "Refuse every decision.")
  var readOnly = false

  func validate() throws {
    if let update, !(100...60_000).contains(update) {
      throw ValidationError("--update: found \(update), expected milliseconds from 100 to 60000")
    }
  }

  /// The display asked for.
  func settings(_ configured: DisplayConfiguration) -> DisplaySettings {
    let environment = EnvironmentFlags(ProcessInfo.processInfo.environment)
    return DisplaySettings(
      refreshInterval: update ?? environment.number("UPDATE", in: 100...60_000)
        ?? Int(configured.refresh.wholeMilliseconds),
      theme: theme ?? environment.text("THEME") ?? configured.theme,
      themesFolder: themesDir,
      hidesBalances: hideBalances || environment.flag("HIDE_BALANCES") || configured.hideBalances,
      isReadOnly: readOnly || environment.flag("READONLY"),
      terminal: TerminalOptions(
        colourDepth: colourDepth(environment, configured), unicode: unicode(environment, configured),
        mouse: !(noMouse || environment.flag("NO_MOUSE")) && configured.mouse))
  }

  private func colourDepth(_ environment: EnvironmentFlags, _ configured: DisplayConfiguration) -> ColourDepth? {
    if noColour || environment.flag("NO_COLOR") { return ColourDepth.none }
    if sixteenColours || environment.flag("TTY") { return .ansi16 }
    if lowColour || environment.flag("LOW_COLOR") { return .palette256 }
    return switch configured.colour {
    case .auto: nil
    case .truecolor: .trueColour
    case .palette256: .palette256
    case .palette16: .ansi16
    case .none: ColourDepth.none
    }
  }

  private func unicode(_ environment: EnvironmentFlags, _ configured: DisplayConfiguration) -> Bool? {
    if noUnicode || environment.flag("NO_UNICODE") { return false }
    return switch configured.unicode {
    case .auto: nil
    case .always: true
    case .never: false
    }
  }
}
