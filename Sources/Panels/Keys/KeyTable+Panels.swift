extension KeyTable {
  private static let scrolling: Set<KeyContext> = [.panels, .reading, .log, .portfolios]
  private static let covering: Set<KeyContext> = [.reading, .log, .portfolios, .typing, .ratio, .fill, .question]

  /// Leaving, moving, choosing panels.
  static let panelBindings: [KeyBinding] = [
    KeyBinding(
      "q", command: .quit, name: "quit", words: "Quit", help: "end the program", in: scrolling, footer: 28),
    KeyBinding(
      "Ctrl-C", command: .quit, words: "Quit", help: "end the program from anywhere", in: Set(KeyContext.allCases)),
    KeyBinding(
      "Esc", command: .back, words: "Back", help: "back, cancel, or clear the filter; never quits", in: covering,
      footer: 1),
    KeyBinding("Esc", command: .back, words: "Back", help: "clear the filter, leave a panel shown alone"),
    KeyBinding(
      "?", "F1", command: .help, name: "help", words: "Help", help: "show or close this list of keys", in: scrolling,
      footer: 0),
    KeyBinding("Up", "k", command: .up, words: "Up", help: "one row up", in: scrolling),
    KeyBinding("Down", "j", command: .down, words: "Down", help: "one row down", in: scrolling),
    KeyBinding("g", "Home", command: .top, words: "First", help: "first row", in: scrolling),
    KeyBinding("G", "End", command: .bottom, words: "Last", help: "last row", in: scrolling),
    KeyBinding("PgUp", command: .pageUp, words: "Page up", help: "a page up", in: scrolling),
    KeyBinding("PgDn", command: .pageDown, words: "Page down", help: "a page down", in: scrolling),
    KeyBinding("Ctrl-U", command: .halfPageUp, words: "Half up", help: "half a page up", in: scrolling),
    KeyBinding("Ctrl-D", command: .halfPageDown, words: "Half down", help: "half a page down", in: scrolling),
    KeyBinding("p", command: .nextPage, name: "next-page", words: "Page", help: "next page of panels"),
    KeyBinding("P", command: .previousPage, name: "previous-page", words: "Page before", help: "page before"),
    KeyBinding(
      "e", command: .expand, name: "expand", words: "Expand", help: "the focused panel alone, or all again", footer: 45),
    KeyBinding(
      "Enter", command: .open, words: "Details",
      help: "details of the row; on a strategy: its page Hedge", footer: 40),
    KeyBinding(
      "d", command: .details, name: "details", words: "Details",
      help: "every figure of the row with age and source"),
  ]

  /// Turning to the next panel while there is one portfolio.
  static let focusBindings: [KeyBinding] = [
    KeyBinding("Tab", "w", command: .nextPanel, words: "Next", help: "next panel", footer: 50),
    KeyBinding("Shift-Tab", "W", command: .previousPanel, words: "Previous", help: "panel before"),
  ]

  /// The same while there are several: Tab turns to the next of them.
  static let portfolioBindings: [KeyBinding] = [
    KeyBinding(
      "Tab", command: .nextPortfolio, name: "next-portfolio", words: "Portfolio", help: "next portfolio",
      in: [.panels, .portfolios], footer: 11),
    KeyBinding(
      "Shift-Tab", command: .previousPortfolio, name: "previous-portfolio", words: "Portfolio before",
      help: "portfolio before", in: [.panels, .portfolios]),
    KeyBinding(
      "o", command: .portfolios, name: "portfolios", words: "Overview",
      help: "all portfolios in a table; Enter goes to one", in: [.panels, .portfolios], footer: 12),
    KeyBinding(
      "Enter", command: .accept, words: "Show", help: "show the selected portfolio", in: [.portfolios], footer: 5),
    KeyBinding("w", command: .nextPanel, words: "Next", help: "next panel", footer: 50),
    KeyBinding("W", command: .previousPanel, words: "Previous", help: "panel before"),
  ]

  /// The panels of a page by their numbers.
  static let numberBindings: [KeyBinding] = (1...9).map {
    KeyBinding(
      "\($0)", command: .togglePanel($0), words: "Panel \($0)", help: "show or hide the panel with that number")
  }
}
