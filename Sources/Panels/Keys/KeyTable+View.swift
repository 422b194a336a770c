extension KeyTable {
  /// How things are shown.
  static let viewBindings: [KeyBinding] = [
    KeyBinding(
      "/", command: .filter, name: "filter", words: "Filter", help: "show rows with this text; !text hides them",
      footer: 55),
    KeyBinding("s", command: .sort, name: "sort", words: "Sort", help: "sort by the next column", footer: 60),
    KeyBinding("R", command: .reverseSort, name: "reverse", words: "Reverse", help: "reverse the order"),
    KeyBinding(
      "f", command: .freeze, name: "freeze", words: "Freeze", help: "hold the display, or let it go", footer: 35),
    KeyBinding("[", command: .shorterRange, name: "shorter", words: "Shorter", help: "less history in the charts"),
    KeyBinding("]", command: .longerRange, name: "longer", words: "Longer", help: "more history in the charts"),
    KeyBinding("+", "=", command: .slower, words: "Slower", help: "100 ms more between refreshes"),
    KeyBinding("-", command: .faster, words: "Faster", help: "100 ms less between refreshes"),
    KeyBinding("F5", command: .forceRefresh, name: "refresh", words: "Refresh", help: "ask the feeds anew"),
    KeyBinding(
      "Ctrl-L", command: .redraw, name: "redraw", words: "Redraw", help: "draw the whole screen again",
      in: Set(KeyContext.allCases)),
    KeyBinding("Ctrl-R", command: .reload, name: "reload", words: "Reload", help: "read the configuration again"),
    KeyBinding(
      "Ctrl-Z", command: .suspend, name: "suspend", words: "Suspend", help: "stop until the shell continues it",
      in: Set(KeyContext.allCases)),
    KeyBinding(
      "Ctrl-Space", command: .hideBalances, name: "hide-balances", words: "Hide balances",
      help: "hide amounts and quantities, or show them"),
    KeyBinding(
      "t", command: .nextStrategy, name: "strategy", words: "Strategy", help: "turn to the next strategy", footer: 70),
    KeyBinding("T", command: .nextTheme, name: "theme", words: "Theme", help: "turn to the next theme", footer: 75),
    KeyBinding(
      "y", command: .copy, name: "copy", words: "Copy", help: "copy the selected row to the clipboard",
      in: [.panels, .reading]),
    KeyBinding(":", command: .commandLine, words: "Command", help: "type a command by its name", footer: 80),
  ]
}
