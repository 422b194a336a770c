import TerminalCells

/// A bar to the left or the right of zero: what one position adds to, or takes from, net beta.
struct ContributionBar: Sendable {
  /// What it shows; nil is unknown and draws only the axis.
  let value: Double?
  /// The value of a bar that reaches the edge; the same for all bars that stand below each other.
  let scale: Double
  /// The look of the bar.
  let role: ThemeRole

  /// Draws the bar over the first row of `area`, zero in the middle.
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) {
    let line = area.line(0)
    guard !line.isEmpty else { return }
    let glyphs = context.glyphs
    let half = (line.columns - 1) / 2
    let zero = line.column + half
    if let value, value.isFinite, scale.isFinite, scale > 0, half > 0 {
      let share = min(1, value.magnitude / scale)
      let length = min(half, max(value == 0 ? 0 : 1, Int((share * Double(half)).rounded())))
      let start = value < 0 ? zero - length : zero + 1
      grid.fill(
        Rect(column: start, row: line.row, columns: length, rows: 1), with: bar(glyphs, value),
        style: context.theme.style(role))
    }
    grid.write(
      String(glyphs.box.vertical), at: Point(column: zero, row: line.row), style: context.theme.style(.divider))
  }

  /// Half-height blocks look lighter than full ones, so that a list of bars stays calm; ASCII tells the sign too.
  private func bar(_ glyphs: GlyphSet, _ value: Double) -> Character {
    glyphs.isASCII ? (value < 0 ? "-" : "+") : "▄"
  }
}
