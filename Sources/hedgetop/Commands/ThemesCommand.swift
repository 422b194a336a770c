import ArgumentParser
import FoundationEssentials
import Glibc
import HedgeConfiguration
import NcursesTerminal
import Panels
import TerminalCells

/// `hedgetop themes`: which themes there are.
struct ThemesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes, or check theme files.",
    discussion: """
      Themes are files in btop's format, used unchanged. They are looked for in the themes folder beside the \
      configuration and in --themes-dir; one there with the name of a built-in theme replaces it.

      Exit codes with --check: 0 every file can be used; 3 one cannot, and its faults are told by line.

      Examples:
        hedgetop themes
        hedgetop themes --themes-dir /usr/share/btop/themes
        hedgetop themes --check night.theme
      """)

  @Option(
    help: ArgumentHelp("Another folder of theme files.", valueName: "folder"), completion: .directory)
  var themesDir: String?

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Check these files instead of listing.", valueName: "file"),
    completion: .file(extensions: ["theme"]))
  var check: [String] = []

  func validate() throws {
    if !check.isEmpty, themesDir != nil {
      throw ValidationError("--check reads the files named; it cannot be used with --themes-dir")
    }
  }

  @MainActor
  func run() async throws {
    let results = check.isEmpty ? listed() : check.map(ThemeCheck.init(file:))
    print(PrintableLines.text(ThemeCheck.table(results)), terminator: "")
    if let depth = Self.swatchDepth { print(ThemeSwatch.text(results, depth: depth), terminator: "") }
    if !check.isEmpty, results.contains(where: { $0.theme == nil }) {
      throw ExitCode(ProgramFailure.Code.configuration.rawValue)
    }
  }

  private func listed() -> [ThemeCheck] {
    let own = HedgetopPaths(environment: ProcessInfo.processInfo.environment)?.themesFolder
    let library = ThemeLibrary(folders: [own, themesDir].compactMap { $0 })
    return library.names.map { ThemeCheck(name: $0, in: library) }
  }

  /// The colours to show the themes in; nil where standard output is no terminal or nobody wants colours.
  @MainActor
  private static var swatchDepth: ColourDepth? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    let depth = TerminalFacts.current().colourDepth
    return depth == ColourDepth.none ? nil : depth
  }
}
