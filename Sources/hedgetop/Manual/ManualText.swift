/// Text in the language of manual pages, man(7).
struct ManualText {
  private(set) var text = ""

  /// A page's head: its name, what it belongs to.
  init(title: String, source: String, manual: String) {
    line(".TH \(title) 1 \"\" \(Self.quoted(source)) \(Self.quoted(manual))")
    // Whole words, and no stretched lines: the text is full of options.
    line(".nh")
    line(".ad l")
  }

  /// A heading.
  mutating func section(_ name: String) { line(".SH \(Self.quoted(name))") }

  /// A heading below it.
  mutating func part(_ name: String) { line(".SS \(Self.quoted(name))") }

  /// A term in bold, and what is said of it.
  mutating func entry(_ term: String, _ words: String) {
    line(".TP")
    line(".B \(Self.quoted(term))")
    prose(words)
  }

  /// Paragraphs apart by blank lines. Lines that begin with blanks stay as they are.
  mutating func paragraphs(_ words: String) {
    var isFigure = false
    for row in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = row.hasPrefix("  ")
      if isIndented != isFigure { line(isIndented ? ".RS 2\n.nf" : ".fi\n.RE") }
      isFigure = isIndented
      if row.isEmpty { line(".PP") } else { line(Self.escaped(String(isIndented ? row.dropFirst(2) : row))) }
    }
    if isFigure { line(".fi\n.RE") }
  }

  /// One paragraph.
  mutating func prose(_ words: String) { line(Self.escaped(words)) }

  private mutating func line(_ words: String) { text += words + "\n" }

  private static func quoted(_ words: String) -> String {
    "\"" + escaped(words).replacing("\"", with: "\\(dq") + "\""
  }

  /// Letters that mean something to the formatter, as text: the backslash, the hyphen, which would become a dash, and
  /// a full stop or an apostrophe at the start of a line.
  private static func escaped(_ words: String) -> String {
    let safe = words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}
