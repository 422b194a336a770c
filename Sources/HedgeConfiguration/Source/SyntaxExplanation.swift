import TOMLKit

/// A syntax error of TOMLKit in the words and form of our own issues.
struct SyntaxExplanation {
  private let description: String
  private let location: SourceLocation

  init(_ error: TOMLParseError) {
    description = error.description
    location = SourceLocation(line: max(1, error.source.begin.line), column: max(1, error.source.begin.column))
  }

  func error(in file: String) -> ConfigurationError {
    .syntax(PrintableText.sanitized(message) + remedy, at: location, in: file)
  }

  /// The description without the parser's account of what it was doing.
  private var message: String {
    let lead = "Error while parsing "
    guard description.hasPrefix(lead), let colon = description.firstRange(of: ": ") else { return description }
    return String(description[colon.upperBound...])
  }

  /// What to do, for the mistakes people make.
  private var remedy: String {
    let hints = [
      ("could not determine value type", "; text is written in straight quotes: \"BTC\""),
      ("expected value, saw", "; write a value after the equals sign"),
      ("cannot redefine existing table", "; several of a kind are written [[name]]"),
      ("cannot redefine existing", "; a key may stand only once in its table"),
      ("control characters other than TAB", "; a text ends on its own line, or is written in three quotes"),
      ("leading zeroes are prohibited", "; write the number without them, or in quotes"),
      ("is not representable in 64 bits", "; write the number in quotes"),
      ("could not be interpreted as a value", "; write the number in quotes"),
      ("encountered end-of-file", "; a quote or bracket is not closed"),
      ("expected a comment or whitespace", "; each key stands on a line of its own"),
    ]
    return hints.first { description.contains($0.0) }?.1 ?? ""
  }
}
