/// Text on its way out of the program: it moves no cursor, begins no second line, and is not endless.
enum PlainText {
  /// `text` with every control, format and separator character as a blank, at most `limit` characters long.
  static func of(_ text: some StringProtocol, limit: Int = 500) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result) + (text.unicodeScalars.count > limit ? "…" : "")
  }
}
