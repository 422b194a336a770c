import TerminalCells

/// Text that may hold names from files and feeds, on its way to standard output.
enum PrintableLines {
  /// The text with its line breaks kept and every other control character removed: what a file says never moves the
  /// cursor of the terminal it is printed on.
  static func text(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).sanitised }.joined(separator: "\n")
  }
}
