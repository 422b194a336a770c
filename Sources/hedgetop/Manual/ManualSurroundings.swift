/// What is around the program and no command tells of: files, variables, exit codes.
enum ManualSurroundings {
  /// A term and what is said of it.
  typealias Entry = (term: String, words: String)

  /// The sections in their order.
  static let all: [(title: String, entries: [Entry])] = [
    ("FILES", files), ("ENVIRONMENT", environment), ("EXIT STATUS", exitCodes),
  ]

  private static let files: [Entry] = [
    ("~/.config/hedgetop/config.toml", "The configuration; hedgetop init writes one to start from."),
    ("~/.config/hedgetop/themes", "Themes in btop's format."),
    (
      "~/.local/state/hedgetop/NAME.sqlite",
      "The journal of the portfolio of that name: decisions, alerts, and the past of the figures."
    ),
    ("~/.cache/hedgetop", "Specifications of contracts, read anew each day. May be deleted at any time."),
  ]

  private static let environment: [Entry] = [
    ("HEDGETOP_CONFIG", "Configuration files, separated by colons, where --config names none."),
    ("HEDGETOP_THEMES_DIR", "Another folder of themes."),
    (
      "HEDGETOP_METRICS, HEDGETOP_READONLY, HEDGETOP_HIDE_BALANCES, HEDGETOP_TTY, HEDGETOP_LOW_COLOR, "
        + "HEDGETOP_NO_COLOR, HEDGETOP_NO_UNICODE, HEDGETOP_NO_MOUSE",
      "As the option of that name. Options win over variables, and variables over the configuration."
    ),
    ("NO_COLOR", "No colours, when it is not empty."),
    ("COLORTERM", "Colours of 24 bits, when it is truecolor or 24bit."),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "Stand for ~/.config, ~/.local/state and ~/.cache."),
    ("XDG_RUNTIME_DIR", "Where the socket of a service is."),
    ("https_proxy, all_proxy, no_proxy", "The proxy to exchanges, and who is reached without it; in capitals as well."),
  ]

  private static let exitCodes: [Entry] = [
    ("0", "Everything is well; for check: every hedge is in its band."),
    ("1", "Something failed."),
    ("3", "The configuration or a data file is wrong."),
    ("4", "There are no prices, or they are stale."),
    ("10", "check: a hedge is beyond its band."),
    ("64", "The command line is wrong."),
    ("128 + n", "Ended by signal n."),
  ]
}
