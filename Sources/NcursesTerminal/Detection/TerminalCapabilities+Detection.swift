import TerminalCells

extension TerminalCapabilities {
  /// What a terminal can do, by flags, environment, terminfo and character set, in this order of weight.
  static func detect(
    options: TerminalOptions, environment: TerminalEnvironment, entry: TerminfoEntry, codeset: String
  ) -> TerminalCapabilities {
    let able = ColourDepth(entry: entry)
    let wished = options.colourDepth ?? (environment.noColour.isEmpty ? .trueColour : .none)
    return TerminalCapabilities(
      colourDepth: min(able, wished),
      unicode: options.unicode ?? isUnicode(codeset: codeset),
      mouse: options.mouse)
  }

  /// Whether a character set's name, as `nl_langinfo(CODESET)` gives it, is UTF-8.
  static func isUnicode(codeset: String) -> Bool {
    ["utf-8", "utf8"].contains(codeset.lowercased())
  }
}

extension ColourDepth {
  /// The most a terminfo entry allows.
  init(entry: TerminfoEntry) {
    switch entry.colours {
    case _ where entry.isDirectColour: self = .trueColour
    case 256...: self = .palette256
    case 8...: self = .ansi16
    default: self = .none
    }
  }
}

extension TerminalEnvironment {
  /// The names to look up in terminfo, the best first.
  ///
  /// ncurses sends 24-bit colour only by entries made for it (`xterm-direct`). They stand in for the plain ones
  /// where the terminal says that it takes such colours and nobody asked for fewer.
  func entryNames(options: TerminalOptions) -> [String] {
    let wished = options.colourDepth ?? (noColour.isEmpty && claimsTrueColour ? .trueColour : .palette256)
    guard wished == .trueColour, !term.hasSuffix("-direct") else { return [term] }
    let suffix = "-256color"
    let family = term.hasSuffix(suffix) ? String(term.dropLast(suffix.count)) : term
    return [family + "-direct", term]
  }
}
