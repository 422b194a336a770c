import TerminalCells

/// A chart of the past with its legend above, and where there are many lines their names and latest values beside it.
struct PastChart {
  /// What a line is called, what it is drawn with, and its latest value.
  struct Entry {
    let sign: Character
    let role: ThemeRole
    let name: String
    let value: Phrase
  }

  /// The most important first.
  let legend: [[Phrase]]
  /// The lines.
  let chart: LineChart
  /// The lines by name; empty where the legend says all.
  var entries: [Entry] = []

  func draw(_ context: PanelContext, in area: Rect, on grid: inout Grid) {
    let isBeside = area.columns >= 60 && area.rows >= entries.count + 2
    let clauses = entries.isEmpty || isBeside ? legend : legend + entries.map(clause)
    let lines = area.rows >= 9 ? 2 : 1
    let flow = ClauseFlow(clauses)
    let used = flow.draw(context, in: area.splitVertically(at: min(lines, area.rows)).top, on: &grid)
    let below = area.splitVertically(at: used).bottom
    guard isBeside, !entries.isEmpty else { return chart.draw(context, in: below, on: &grid) }
    let (left, right) = below.splitHorizontally(at: -(width + 2))
    chart.draw(context, in: left, on: &grid)
    drawEntries(context, in: right.inset(columns: 1, rows: 0), on: &grid)
  }

  private func clause(_ entry: Entry) -> [Phrase] {
    [Phrase("\(entry.sign) ", entry.role, emphasis: .bold), Phrase("\(entry.name) ", .label), entry.value]
  }

  private var nameColumns: Int { entries.map { TextWidth.columns(of: $0.name) }.max() ?? 0 }
  private var width: Int { 2 + nameColumns + 1 + (entries.map(\.value.columns).max() ?? 0) + 1 }

  private func drawEntries(_ context: PanelContext, in area: Rect, on grid: inout Grid) {
    for (index, entry) in entries.prefix(area.rows).enumerated() {
      let line = area.line(index)
      let name = "\(entry.name)".padded(toColumns: nameColumns + 1)
      grid.write([Phrase("\(entry.sign) ", entry.role, emphasis: .bold), Phrase(name, .label)], in: line, context)
      grid.write(
        [entry.value], at: line.origin.offset(columns: max(0, line.columns - entry.value.columns)),
        columns: entry.value.columns, context)
    }
  }
}
