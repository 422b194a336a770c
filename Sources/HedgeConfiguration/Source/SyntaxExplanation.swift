import TOMLKit

/// A syntax error of TOMLKit in the words and form of our own issues.
struct SyntaxExplanation {
  private let description: String
  private let location: SourceLocation

  /// The explanation of an error in `text`.
  init(_ error: TOMLParseError, in text: String) {
    location = SourceLocation(line: max(1, error.source.begin.line), column: max(1, error.source.begin.column))
    description = Self.isUnclosedText(error, location, text) ? "a text does not end on its line" : error.description
  }

  /// TOMLKit calls the end of a line within a text a control character, which it is, but hardly what is wrong.
  private static func isUnclosedText(_ error: TOMLParseError, _ location: SourceLocation, _ text: String) -> Bool {
    guard error.description.contains(Self.controlCharacter) else { return false }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return location.line <= lines.count && lines[location.line - 1].unicodeScalars.count < location.column
  }

  private static let controlCharacter = "control characters other than TAB"

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
      ("a text does not end on its line", "; close it with a quote, or write a longer one in three quotes"),
      (Self.controlCharacter, "; remove the character"),
      ("leading zeroes are prohibited", "; write the number without them, or in quotes"),
      ("is not representable in 64 bits", "; write the number in quotes"),
      ("could not be interpreted as a value", "; write the number in quotes"),
      ("encountered end-of-file", "; a quote or bracket is not closed"),
      ("expected a comment or whitespace", "; each key stands on a line of its own"),
    ]
    return hints.first { description.contains($0.0) }?.1 ?? ""
  }
}
