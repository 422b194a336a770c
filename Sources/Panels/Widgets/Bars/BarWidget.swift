import TerminalCells

/// A bar from 0 to 1, as of a margin ratio: filled in whole cells, with marks where warning and danger begin.
struct BarWidget: Sendable {
  /// What it shows; nil is unknown and drawn as an empty track with the unknown sign.
  let share: Double?
  /// The look of the filled part where the theme's gradient does not apply.
  let role: ThemeRole
  /// Shares at which to draw a mark.
  var marks: [Double] = []
  /// Scale of colours for a fresh value; nil draws in `role`.
  var gradient: ThemeGradient?

  /// The bar as text: full cells, one part cell, spaces.
  static func text(_ share: Double?, columns: Int, glyphs: GlyphSet) -> String {
    guard let share, share.isFinite, columns > 0 else { return "" }
    let length = min(1, max(0, share)) * Double(columns)
    let full = Int(length)
    var text = String(repeating: glyphs.barFull, count: full)
    if full < columns, length > 0 {
      let part = glyphs.barLevel(max(length - Double(full), full == 0 ? 0.125 : 0))
      if part != " " { text.append(part) }
    }
    return text
  }

  /// Draws the bar over the first row of `area`.
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) {
    let line = area.line(0)
    guard !line.isEmpty else { return }
    let glyphs = context.glyphs
    grid.fill(line, with: glyphs.barEmpty, style: context.theme.style(.divider))
    guard let share, share.isFinite else {
      grid.write([Phrase(glyphs.unknown, .unknown)], in: line, context)
      return
    }
    // Whole cells only: a part of one would leave a hole in the track.
    let length = min(1, max(0, share)) * Double(line.columns)
    for index in 0..<max(share > 0 ? 1 : 0, Int(length.rounded())) {
      let place = Double(index) / Double(max(1, line.columns - 1))
      let style = gradient.map { context.theme.style($0, at: place) } ?? context.theme.style(role)
      grid.write(String(glyphs.barFull), at: line.origin.offset(columns: index), style: style)
    }
    for mark in marks where mark > share {
      let column = Int((mark * Double(line.columns)).rounded(.down))
      guard (0..<line.columns).contains(column) else { continue }
      grid.write(
        String(glyphs.box.vertical), at: line.origin.offset(columns: column), style: context.theme.style(.warning))
    }
  }
}
