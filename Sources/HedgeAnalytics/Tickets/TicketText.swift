/// Names from files and feeds on their way into a ticket's texts.
enum TicketText {
  /// The text without control characters: a name never breaks a line, moves a cursor or ends a table.
  static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
  }

  /// One cell of a CSV table, quoted where it has to be (RFC 4180).
  static func cell(_ text: String) -> String {
    let text = printable(text)
    guard text.contains(where: { $0 == "," || $0 == "\"" }) else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    return "\"\(doubled)\""
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: true
    default: false
    }
  }
}
