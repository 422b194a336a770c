import HedgeStore
import TerminalCells

/// The frame around a pane: its number and title on the left, its summary on the right, its arrangement below.
struct PaneFrame {
  let theme: Theme
  let glyphs: GlyphSet

  /// Draws the frame and a title.
  ///
  /// - Parameters:
  ///   - title: what stands on the left of the upper edge.
  ///   - summary: what stands on its right, when there is room.
  ///   - notes: what stands on the right of the lower edge, when there is room.
  ///   - isFocused: whether the keys go here: told by a mark and bold lines, not by colour alone.
  func draw(
    title: [Phrase], summary: Phrase? = nil, notes: [Phrase] = [], isFocused: Bool, in area: Rect,
    on grid: inout Grid
  ) {
    let line = isFocused ? theme.style(.key) : theme.style(.divider)
    grid.box(area, glyphs: glyphs, style: line)
    guard area.rows > 1, area.columns > 8 else { return }
    let mark = isFocused ? [Phrase(String(glyphs.right), .key)] : []
    let shown = mark + title
    let room = area.columns - 6
    label(shown, at: Point(column: area.column + 1, row: area.row), room: room, line, on: &grid)
    if let summary, area.columns - shown.columns - 7 >= 6 {
      let words = summary.text.truncated(toColumns: area.columns - shown.columns - 7, ellipsis: glyphs.ellipsis)
      let column = area.maxColumn - TextWidth.columns(of: words) - 3
      label(
        [Phrase(words, summary.role, emphasis: summary.emphasis)], at: Point(column: column, row: area.row), room: room,
        line, on: &grid)
    }
    if !notes.isEmpty, notes.columns <= room {
      let column = area.maxColumn - notes.columns - 3
      label(notes, at: Point(column: column, row: area.maxRow - 1), room: room, line, on: &grid)
    }
  }

  private func label(_ phrases: [Phrase], at point: Point, room: Int, _ line: Style, on grid: inout Grid) {
    grid.write(String(glyphs.box.teeLeft), at: point, style: line)
    let used = grid.writePhrases(phrases, at: point.offset(columns: 1), theme: theme, maxColumns: room)
    grid.write(String(glyphs.box.teeRight), at: point.offset(columns: 1 + used), style: line)
  }
}
