import TerminalCells

/// A framed box in the middle of the screen, on top of everything.
struct ModalBox {
  let context: DrawingContext

  /// Clears a box and draws its frame.
  ///
  /// - Parameters:
  ///   - size: what it would like to have, frame included.
  ///   - note: what stands on the lower edge.
  ///   - room: what it must lie in.
  /// - Returns: the inside, a column of air on both sides.
  func draw(title: String, size: Size, note: String? = nil, in room: Rect, on grid: inout Grid) -> Rect {
    let area = room.centred(size)
    grid.fill(area, style: context.theme.style(.text))
    PaneFrame(theme: context.theme, glyphs: context.glyphs).draw(
      title: [Phrase(title, .title)], notes: note.map { [Phrase($0, .label)] } ?? [], isFocused: true, in: area,
      on: &grid)
    return area.inset(columns: Self.air, rows: 1)
  }

  /// The columns inside of a box of so many.
  static func insideColumns(_ columns: Int) -> Int { max(0, columns - 2 * air) }

  /// Frame and air on each side.
  private static let air = 2
}
