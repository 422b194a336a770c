import TerminalCells

/// A chart one row high.
enum Sparkline {
  /// The latest values, one column each, from the lowest to the highest of those shown. Values that are not finite
  /// leave a gap; a flat line is drawn low.
  static func text(_ values: [Double], columns: Int, glyphs: GlyphSet) -> String {
    guard columns > 0 else { return "" }
    let shown = values.suffix(columns)
    let finite = shown.lazy.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return "" }
    let padding = String(repeating: " ", count: columns - shown.count)
    let range = high - low
    let lowest = 1 / Double(glyphs.columnLevels.count - 1)
    return padding
      + String(
        shown.map { value in
          guard value.isFinite else { return " " }
          let share = range > 0 && range.isFinite ? (value - low) / range : 0
          return glyphs.columnLevel(lowest + share * (1 - lowest))
        })
  }
}
