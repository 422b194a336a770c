import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// How the capital is spread over core, overlay and alpha, against the ranges meant.
public enum AllocationPanel: Panel {
  /// Allocation.
  public static let id = PanelID.allocation

  /// What is out of its range.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    AllocationPresentation(snapshot, context).summary
  }

  /// It has no table.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int { 0 }

  /// Two lines a bucket, one free between them, the capital, and a line that says why figures are missing.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    let presentation = AllocationPresentation(snapshot, context)
    let isWide = columns >= wideColumns
    return presentation.figures.rows.count * (isWide ? 2 : 3) + 1 + (presentation.notes.isEmpty ? 0 : 1)
  }

  /// It has no table.
  public static var sortColumns: [String] { [] }

  /// Capital, buckets and what is in none.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    let presentation = AllocationPresentation(snapshot, context)
    let figures = presentation.figures
    let format = presentation.format
    return [
      DetailLine(figures.isCapitalStated ? "Capital, stated" : "Capital, the equity", figures.capital, format) {
        format.money($0)
      }
    ]
      + figures.rows.flatMap { row in
        [
          DetailLine("Value of \(presentation.name(row))", row.value, format) { format.money($0) },
          DetailLine("  share, \(presentation.standing(row))", row.share, format) { format.percentage($0) },
        ]
      } + [DetailLine("Unallocated", figures.unallocated, format) { format.money($0) }]
  }

  /// From so many columns a bucket is one line.
  private static let wideColumns = 72
  /// Longer bars are not read better.
  private static let longestBar = 100

  /// Draws the capital and a bar a bucket: beside its words where the width allows, else below them where the height
  /// does.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let presentation = AllocationPresentation(snapshot, context)
    guard area.rows > 1, !presentation.isEmpty else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    var (rest, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 5 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    if rest.rows > presentation.figures.rows.count {
      let used = ClauseFlow(presentation.capital, wraps: rest.rows > presentation.figures.rows.count + 1)
        .draw(context, in: rest, on: &grid)
      rest = rest.splitVertically(at: used).bottom
    }
    let buckets = presentation.figures.rows
    let isWide = area.columns >= wideColumns
    let natural = isWide ? 1 : 2
    let height = rest.rows >= buckets.count * natural ? natural : 1
    let gap = rest.rows >= buckets.count * (height + 1) ? 1 : 0
    rest = rest.splitVertically(at: gap).bottom
    for row in buckets {
      draw(row, presentation, isWide: isWide, hasBar: isWide || height > 1, context, in: rest, on: &grid)
      rest = rest.splitVertically(at: height + gap).bottom
    }
  }

  private static func draw(
    _ row: AllocationFigures.Row, _ presentation: AllocationPresentation, isWide: Bool, hasBar: Bool,
    _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard !area.isEmpty else { return }
    let bar = RangeBar(share: row.share.value, range: row.range, role: presentation.role(row))
    let name = Phrase(presentation.name(row).padded(toColumns: 8), .title)
    if isWide {
      let value = Phrase(
        presentation.value(row).text.padded(toColumns: 13, alignment: .right), presentation.value(row).role)
      let share = presentation.share(row)
      let words =
        [
          Phrase("  "), Phrase(share[0].text.padded(toColumns: 8, alignment: .right), share[0].role),
          Phrase(share[1].text.padded(toColumns: 13), .label), presentation.standingPhrase(row),
        ]
      let head = grid.write([name, value, Phrase("  ")], in: area.line(0), context)
      let room = min(longestBar, area.columns - head - 23 - 19)
      bar.draw(context, in: area.line(0).splitHorizontally(at: head).right.splitHorizontally(at: room).left, on: &grid)
      grid.write(words, in: area.line(0).splitHorizontally(at: head + room).right, context)
    } else {
      let words = [[name, presentation.standingPhrase(row)], presentation.share(row), [presentation.value(row)]]
      ClauseFlow(words, wraps: false).draw(context, in: area.line(0), on: &grid)
      guard hasBar else { return }
      bar.draw(context, in: area.line(1), on: &grid)
    }
  }
}
