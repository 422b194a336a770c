import TerminalCells

/// What stands in a cell of a table.
enum TableCell: Hashable, Sendable {
  /// Words or a number.
  case phrase(Phrase)
  /// A small chart of values, oldest first.
  case sparkline([Double])
  /// A bar from zero to the right; nil draws nothing.
  case bar(Double?, ThemeRole)
  /// A bar to the left or right of zero, for a value on a scale; nil draws nothing.
  case signedBar(Double?, scale: Double, ThemeRole)

  /// Nothing.
  static let empty = TableCell.phrase(Phrase(""))

  /// Columns left of the decimal point, and from the point on. Words and whole numbers are all on the left.
  var parts: (whole: Int, fraction: Int) {
    guard case .phrase(let phrase) = self else { return (0, 0) }
    guard let point = phrase.text.lastIndex(of: ".") else { return (phrase.columns, 0) }
    let whole = TextWidth.columns(of: phrase.text[..<point])
    return (whole, TextWidth.columns(of: phrase.text[point...]))
  }
}
