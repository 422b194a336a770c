import TerminalCells

/// A bar from 0 to 1 with the range it is meant to end in marked on it, as of a share of the capital.
struct RangeBar: Sendable {
  /// What it shows; nil is unknown and draws the range only.
  let share: Double?
  /// Where it is meant to end.
  let range: ClosedRange<Double>
  /// The look of the filled part.
  let role: ThemeRole

  /// Draws the bar over the first row of `area`; a share beyond 1 ends in an arrow.
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) {
    let line = area.line(0)
    guard line.columns >= 4 else { return }
    let glyphs = context.glyphs
    let theme = context.theme
    grid.fill(line, with: glyphs.barEmpty, style: theme.style(.divider))
    let low = column(of: range.lowerBound, line.columns)
    let high = max(low, column(of: range.upperBound, line.columns))
    grid.fill(
      Rect(column: line.column + low, row: line.row, columns: high - low + 1, rows: 1),
      with: glyphs.isASCII ? "=" : "━", style: theme.style(.band))
    if let share, share.isFinite, share > 0 {
      let length = max(1, Int((min(1, share) * Double(line.columns)).rounded()))
      grid.fill(
        Rect(column: line.column, row: line.row, columns: length, rows: 1), with: glyphs.barFull,
        style: theme.style(role))
      if share > 1 {
        let end = line.origin.offset(columns: line.columns - 1)
        grid.write(String(glyphs.right), at: end, style: theme.style(role))
      }
    }
    // Over the fill too: where the range lies is seen however far the bar reaches.
    grid.write(glyphs.isASCII ? "[" : "┣", at: line.origin.offset(columns: low), style: theme.style(.band))
    grid.write(glyphs.isASCII ? "]" : "┫", at: line.origin.offset(columns: high), style: theme.style(.band))
  }

  private func column(of share: Double, _ columns: Int) -> Int {
    guard share.isFinite else { return 0 }
    return min(columns - 1, max(0, Int((share * Double(columns)).rounded(.down))))
  }
}
