import TerminalCells

extension Grid {
  /// Writes phrases side by side, each in the look of its role, cut with an ellipsis where they are longer.
  ///
  /// - Returns: the columns taken.
  @discardableResult
  mutating func write(_ phrases: [Phrase], at point: Point, columns: Int, _ context: PanelContext) -> Int {
    var used = 0
    for phrase in phrases where used < columns {
      let text = phrase.text.truncated(toColumns: columns - used, ellipsis: context.glyphs.ellipsis)
      used += write(
        text, at: point.offset(columns: used), style: phrase.style(in: context.theme), maxColumns: columns - used)
    }
    return used
  }

  /// Writes phrases in the first row of a rectangle.
  @discardableResult
  mutating func write(_ phrases: [Phrase], in rect: Rect, _ context: PanelContext) -> Int {
    let line = rect.line(0)
    guard !line.isEmpty else { return 0 }
    return write(phrases, at: line.origin, columns: line.columns, context)
  }
}
