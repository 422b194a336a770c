import Glibc

/// The environment variables a terminal session goes by.
public struct TerminalEnvironment: Hashable, Sendable {
  /// `TERM`: the terminfo entry.
  public var term: String
  /// `COLORTERM`: `truecolor` or `24bit` where the terminal takes red, green and blue.
  public var colourTerm: String
  /// `NO_COLOR`: counts when not empty.
  public var noColour: String
  /// `TMUX`: not empty inside of tmux, which passes escape sequences on only when wrapped.
  public var tmux: String

  /// These values; an empty string stands for a variable that is not set.
  public init(term: String, colourTerm: String = "", noColour: String = "", tmux: String = "") {
    self.term = term
    self.colourTerm = colourTerm
    self.noColour = noColour
    self.tmux = tmux
  }

  /// The environment of this process.
  public static var process: TerminalEnvironment {
    func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return TerminalEnvironment(
      term: value("TERM"), colourTerm: value("COLORTERM"), noColour: value("NO_COLOR"), tmux: value("TMUX"))
  }

  /// Whether the terminal says it takes 24-bit colour.
  var claimsTrueColour: Bool { ["truecolor", "24bit"].contains(colourTerm.lowercased()) }
}
