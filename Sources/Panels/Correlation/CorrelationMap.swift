import TerminalCells

/// Which cells of a matrix are in sight, and how wide each is: pure arithmetic, so that it can be tested without
/// drawing.
struct CorrelationMap: Hashable, Sendable {
  /// How a correlation is drawn.
  enum Form: Int, Hashable, Sendable {
    /// Two shades and nothing else.
    case shades = 2
    /// Shades and digits, in five columns or more.
    case digits = 5
  }

  /// How a correlation is drawn.
  let form: Form
  /// Columns of a correlation; what digits leave is shaded.
  let width: Int
  /// Columns of the names at the left.
  let names: Int
  /// Rows in sight.
  let rows: Range<Int>
  /// Columns in sight: those around the diagonal of the rows in sight, where alike meet.
  let columns: Range<Int>
  /// Whether every cell is in sight.
  let isWhole: Bool

  /// A map of `count` coins in a place of some size, the heading not counted.
  ///
  /// - Parameters:
  ///   - names: columns of the longest name.
  ///   - scroll: rows scrolled off.
  ///   - selected: the row that must be in sight; nil for none.
  init(count: Int, names: Int, size: Size, scroll: Int, selected: Int?) {
    let names = min(max(3, names), 6, max(0, size.columns))
    let room = max(0, size.columns - names - 1)
    let form = [Form.digits, .shades].first { count * $0.rawValue <= room } ?? .digits
    let width = form == .shades ? 2 : min(9, max(5, room / max(1, count)))
    let across = min(count, room / width)
    let down = min(count, max(0, size.rows))
    var first = min(max(0, scroll), count - down)
    if let selected, (0..<count).contains(selected), down > 0 {
      first = min(selected, max(first, selected - down + 1))
    }
    let left = min(max(0, first + (down - across) / 2), count - across)
    self.form = form
    self.width = width
    self.names = names
    rows = first..<first + down
    columns = left..<left + across
    isWhole = down == count && across == count
  }

  /// `rows 3–10, columns 5–8 of 24`.
  func sight(of count: Int, _ format: FigureFormat) -> String {
    let dash = "–".ascii(if: format.glyphs.isASCII, "-")
    func words(_ range: Range<Int>) -> String {
      range.isEmpty ? "none" : "\(range.lowerBound + 1)\(dash)\(range.upperBound)"
    }
    if rows.count == count { return "columns \(words(columns)) of \(count)" }
    if columns.count == count { return "rows \(words(rows)) of \(count)" }
    return "rows \(words(rows)), columns \(words(columns)) of \(count)"
  }
}
