import TerminalCells

extension Grid {
  /// Writes phrases side by side.
  ///
  /// - Returns: the columns taken.
  @discardableResult
  mutating func writePhrases(
    _ phrases: [Phrase], at point: Point, theme: Theme, adding attributes: Attributes = [], maxColumns: Int? = nil
  ) -> Int {
    var used = 0
    for phrase in phrases {
      let room = maxColumns.map { $0 - used }
      if let room, room <= 0 { break }
      used += write(
        phrase.text, at: point.offset(columns: used), style: phrase.style(in: theme).adding(attributes),
        maxColumns: room)
    }
    return used
  }

  /// Writes phrases so that they end at the right edge of the first row of `area`, or not at all when they do not
  /// fit.
  mutating func writeTrailing(_ phrases: [Phrase], in area: Rect, theme: Theme) {
    let columns = phrases.columns
    guard columns <= area.columns, area.rows > 0 else { return }
    writePhrases(phrases, at: area.origin.offset(columns: area.columns - columns), theme: theme)
  }
}
