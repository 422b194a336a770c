import NcursesTerminal

/// How the screen looks and behaves, all sources of wishes weighed.
struct DisplaySettings {
  /// Milliseconds between refreshes.
  var refreshInterval: Int
  /// The theme's name.
  var theme: String
  /// A folder of themes besides the user's own.
  var themesFolder: String?
  /// Whether to begin with amounts hidden.
  var hidesBalances: Bool
  /// Whether decisions are refused.
  var isReadOnly: Bool
  /// What to ask of the terminal.
  var terminal: TerminalOptions
}
