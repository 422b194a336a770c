import TerminalCells

/// A few words or a number with one meaning: what a presentation says, and how it is meant.
struct Phrase: Hashable, Sendable {
  /// The words. May hold text from outside; the grid sanitises what is written to it.
  var text: String
  /// What they mean.
  var role: ThemeRole
  /// How they stand out besides, where the role alone is not enough.
  var emphasis: Attributes

  /// Words with a meaning.
  init(_ text: String, _ role: ThemeRole = .text, emphasis: Attributes = []) {
    self.text = text
    self.role = role
    self.emphasis = emphasis
  }

  /// Terminal columns the words take.
  var columns: Int { TextWidth.columns(of: text) }

  /// The look in a theme.
  func style(in theme: Theme) -> Style { theme.style(role).adding(emphasis) }
}

extension [Phrase] {
  /// Terminal columns of all phrases side by side.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The words alone.
  var text: String { map(\.text).joined() }
}
