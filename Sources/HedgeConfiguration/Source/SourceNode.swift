/// A value of a configuration with the place it stands at and the text it was written as.
struct SourceNode {
  enum Content {
    /// A string, unescaped.
    case text(String)
    /// A number as written: digits are kept, so that 0.1 stays a tenth.
    case number(String)
    case flag(Bool)
    /// A date, time or both, as written.
    case instant(String)
    case list(SourceList)
    case table(SourceTable)
  }

  let content: Content
  let location: SourceLocation
  /// The value as written, quotes included; for tables with a header, nothing.
  let raw: String

  /// What the user would call it: `"abc"`, `1.7`, `a table`.
  var found: String {
    switch content {
    case .text(let text): PrintableText.quoted(text)
    case .number(let raw), .instant(let raw): PrintableText.clipped(raw)
    case .flag(let flag): flag ? "true" : "false"
    case .list: "a list"
    case .table: "a table"
    }
  }
}

/// The elements of an array; a reference because `[[name]]` headers add to it one by one.
final class SourceList {
  var nodes: [SourceNode] = []
  /// True for an array of tables built of `[[name]]` headers, which later headers may extend.
  let isBuiltOfHeaders: Bool

  init(isBuiltOfHeaders: Bool = false) {
    self.isBuiltOfHeaders = isBuiltOfHeaders
  }
}
