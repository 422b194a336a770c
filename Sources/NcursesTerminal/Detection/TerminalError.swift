import TerminalCells

/// Why there is no screen. Thrown before a single byte is written to the terminal.
public struct TerminalError: Error, Hashable, Sendable {
  /// What kind of obstacle.
  public enum Code: Hashable, Sendable {
    /// Input or output is a file, a pipe or nothing.
    case notATerminal
    /// `TERM` is not set, or says that the terminal can do nothing.
    case dumbTerminal
    /// terminfo does not know `TERM`.
    case unknownTerminal
    /// The terminal cannot place its cursor.
    case incapableTerminal
    /// The operating system or ncurses refused.
    case refused
  }

  /// What kind of obstacle.
  public let code: Code
  /// The obstacle in words, with what to do about it.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  static func notATerminal(_ stream: String) -> TerminalError {
    TerminalError(
      .notATerminal,
      "\(stream) is not a terminal: the screen needs one (commands with plain or JSON output do not)")
  }

  static func dumb(_ term: String) -> TerminalError {
    let found = term.isEmpty ? "TERM is not set" : "TERM=\(term.sanitised) names a terminal without a screen"
    return TerminalError(.dumbTerminal, "\(found); set TERM to what the terminal is, such as xterm-256color")
  }

  static func unknown(_ term: String) -> TerminalError {
    TerminalError(
      .unknownTerminal,
      "TERM=\(term.sanitised) is not in terminfo; install its entry (package ncurses-term) or set TERM=xterm-256color")
  }

  static func incapable(_ term: String) -> TerminalError {
    TerminalError(.incapableTerminal, "TERM=\(term.sanitised) cannot place its cursor; a screen needs that")
  }

  static func refused(_ what: String) -> TerminalError {
    TerminalError(.refused, "the terminal could not be taken over: \(what) failed")
  }
}

extension TerminalError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
