import TerminalCells

/// One figure with its name.
struct Fact: Hashable, Sendable {
  /// What the figure is, with its unit.
  let label: String
  /// The figure.
  let value: [Phrase]

  /// A figure with its name.
  init(_ label: String, _ value: Phrase...) {
    self.label = label
    self.value = value
  }
}

/// Named figures in columns: names left, figures right, as many columns as the width allows. Read row by row, so that
/// the first facts are the last to be left out.
struct FactsWidget: Sendable {
  /// The facts, most important first.
  let facts: [Fact]
  /// The most columns of facts.
  var maximumColumns = 4
  /// Facts that stand elsewhere and are to lie in columns of the same widths.
  var peers: [[Fact]] = []

  private static let gap = 3
  /// A value has at least so many columns, so that the columns after it do not move with its digits.
  private static let valueColumns = 7

  /// Columns of facts that fit side by side.
  func columns(in width: Int) -> Int {
    var count = max(1, min(maximumColumns, facts.count))
    while count > 1, widths(count).reduce(Self.gap * (count - 1), +) > width { count -= 1 }
    return count
  }

  /// Rows all facts take in a width.
  func rows(in width: Int) -> Int {
    let columns = columns(in: width)
    return (facts.count + columns - 1) / columns
  }

  /// Draws as many facts as fit.
  ///
  /// - Returns: the rows taken.
  @discardableResult
  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) -> Int {
    guard !area.isEmpty, !facts.isEmpty else { return 0 }
    let count = columns(in: area.columns)
    let widths = widths(count)
    let rows = min(area.rows, rows(in: area.columns))
    var left = 0
    for column in 0..<count {
      for row in 0..<rows where row * count + column < facts.count {
        let line = Rect(column: area.column + left, row: area.row + row, columns: widths[column], rows: 1)
        draw(facts[row * count + column], in: line.intersection(area), context, on: &grid)
      }
      left += widths[column] + Self.gap
    }
    return rows
  }

  /// The width of each of so many columns: as its widest fact asks for.
  private func widths(_ count: Int) -> [Int] {
    (0..<count).map { column in
      ([facts] + peers).reduce(0) { widest, facts in
        stride(from: column, to: facts.count, by: count).reduce(widest) { max($0, extent(of: facts[$1])) }
      }
    }
  }

  private func extent(of fact: Fact) -> Int {
    TextWidth.columns(of: fact.label) + 1 + max(Self.valueColumns, fact.value.columns)
  }

  private func draw(_ fact: Fact, in line: Rect, _ context: PanelContext, on grid: inout Grid) {
    guard !line.isEmpty else { return }
    let valueColumns = min(fact.value.columns, line.columns)
    let room = line.columns - valueColumns - 1
    grid.write(
      fact.label.truncated(toColumns: room, ellipsis: context.glyphs.ellipsis), at: line.origin,
      style: context.theme.style(.label))
    grid.write(
      fact.value, at: line.origin.offset(columns: line.columns - valueColumns), columns: valueColumns, context)
  }
}
