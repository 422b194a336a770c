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
      var lines = LineIndex(Array(text.utf8))
      let location = lines.location(of: offset)
      throw .syntax("found a zero byte, expected text", at: location, in: file)
    }
    var scanner = SourceScanner(text)
    let scanned = Result { () throws(SourceScanner.Failure) in try scanner.document() }
    if case .failure(let failure) = scanned, let due = failure.due {
      throw .syntax(due.words, at: scanner.lines.location(of: failure.offset), in: file)
    }
    do {
      _ = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw SyntaxExplanation(error, in: text).error(in: file)
    } catch {
      throw .syntax("this is not TOML", at: .start, in: file)
    }
    do {
      root = try scanned.get()
    } catch {
      let location = scanner.lines.location(of: error.offset)
      throw .syntax("found text that is not understood here; write it in a simpler way", at: location, in: file)
    }
  }
}

extension SourceScanner.Failure.Due {
  /// The mistake and its remedy.
  fileprivate var words: String {
    switch self {
    case .tableName: "found no name, expected the name of a table: [feed]"
    case .listValue: "found no value, expected one between the commas of a list: [1, 2]"
    }
  }
}
