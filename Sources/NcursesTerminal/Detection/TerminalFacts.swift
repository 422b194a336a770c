import CNcurses
import Glibc
import TerminalCells

/// What is known of the terminal without taking it over, for `info` and for colours on standard output.
public struct TerminalFacts: Hashable, Sendable {
  /// `TERM`; empty when not set.
  public let term: String
  /// The terminfo entry a screen would use; nil when terminfo knows none.
  public let entry: String?
  /// Whether standard input and output are terminals.
  public let isInputTerminal: Bool
  /// See ``isInputTerminal``.
  public let isOutputTerminal: Bool
  /// Columns and rows; nil where standard output is no terminal.
  public let size: Size?
  /// The colours a screen would use.
  public let colourDepth: ColourDepth
  /// Whether a screen would draw beyond ASCII.
  public let isUnicode: Bool
  /// The character set of the locale: `UTF-8`.
  public let codeset: String
  /// The locale of characters: `C.UTF-8`.
  public let locale: String

  /// What this process sees.
  ///
  /// - Parameter options: what the user asks for.
  @MainActor
  public static func current(
    options: TerminalOptions = TerminalOptions(), environment: TerminalEnvironment = .process
  ) -> TerminalFacts {
    let locale = setlocale(LC_CTYPE, "").map { String(cString: $0) } ?? "C"
    let codeset = String(cString: cn_codeset())
    let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    let names = environment.term.isEmpty ? [] : environment.entryNames(options: options)
    let entry = names.lazy.compactMap { TerminfoEntry.find($0, output: STDOUT_FILENO) }.first
    let capabilities = entry.map {
      TerminalCapabilities.detect(options: options, environment: environment, entry: $0, codeset: codeset)
    }
    return TerminalFacts(
      term: environment.term, entry: entry?.name, isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isOutputTerminal, size: isOutputTerminal ? NcursesSession.windowSize(of: STDOUT_FILENO) : nil,
      colourDepth: capabilities?.colourDepth ?? ColourDepth.none,
      isUnicode: capabilities?.unicode ?? TerminalCapabilities.isUnicode(codeset: codeset), codeset: codeset,
      locale: locale)
  }
}
