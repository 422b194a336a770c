import TOMLKit

/// A configuration text read into a tree of located values.
///
/// TOMLKit decides whether the text is TOML. Its values, however, have no places, and its numbers are binary: both
/// come from ``SourceScanner``.
struct SourceDocument {
  let root: SourceTable

  /// Reads `text`; throws the syntax error as an issue of `file`.
  init(_ text: String, file: String) throws(ConfigurationError) {
    // TOMLKit hands the text on as a C string, which would end here.
    if let zero = text.utf8.firstIndex(of: 0) {
      let offset = text.utf8.distance(from: text.startIndex, to: zero)
      let location = LineIndex(Array(text.utf8)).location(of: offset)
      throw .syntax("found a zero byte, expected text", at: location, in: file)
    }
    do {
      _ = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SyntaxExplanation(error).error(in: file)
    } catch {
      throw .syntax("this is not TOML", at: .start, in: file)
    }
    var scanner = SourceScanner(text)
    do {
      root = try scanner.document()
    } catch {
      let location = scanner.lines.location(of: error.offset)
      throw .syntax("found text that is not understood here; write it in a simpler way", at: location, in: file)
    }
  }
}
