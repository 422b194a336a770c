import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// How the market moves: the regime with the rule that decided, correlation over time, volatilities, and what each
/// hedge takes off.
public enum RegimePanel: Panel {
  /// Regime.
  public static let id = PanelID.regime

  /// The word and the average correlation.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    RegimePresentation(snapshot, context).summary
  }

  /// Books and coins after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    RegimePresentation(snapshot, context).rows.count
  }

  /// The words, a chart, the table.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    let rows = RegimePresentation(snapshot, context).rows.count
    return columns >= wideColumns ? 4 + max(rows + 1, 12) : 3 + 8 + rows + 1
  }

  /// The book or coin of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    RegimePresentation(snapshot, context).rows.element(context.selectedRow).map { .row(panel: id, key: $0.name) }
      ?? .strategy(panel: id)
  }

  /// The figures of a book or a coin.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    RegimePresentation(snapshot, context).details(of: key)
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { RegimePresentation.sortColumns }

  /// From so many columns the chart stands beside the table.
  private static let wideColumns = 84

  /// Draws the word, large where there is room, its rule, the chart of correlations or a line of it, and the table.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let presentation = RegimePresentation(snapshot, context)
    guard area.rows > 1, presentation.study?.value != nil else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (body, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 6 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    let used = drawWords(presentation, context, in: body, on: &grid)
    drawFigures(presentation, context, in: body.splitVertically(at: used).bottom, on: &grid)
  }

  /// - Returns: the rows taken.
  private static func drawWords(
    _ presentation: RegimePresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) -> Int {
    var used = 0
    if area.rows >= 18, let word = presentation.regime?.value?.word {
      used = LargeWord(word.rawValue, role: RegimePresentation.role(word)).draw(context, in: area, on: &grid)
    }
    let rest = area.splitVertically(at: used).bottom
    used += ClauseFlow(presentation.headline + [presentation.consequence], wraps: false)
      .draw(context, in: rest.line(0), on: &grid)
    let most = area.rows < 7 ? 1 : area.rows < 12 ? 2 : 4
    let rule = area.splitVertically(at: used).bottom.splitVertically(at: most).top
    return used + ClauseFlow(presentation.rule).draw(context, in: rule, on: &grid)
  }

  private static func drawFigures(
    _ presentation: RegimePresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let table = TableWidget(content: presentation.table, context: context)
    let chart = presentation.chart(context)
    let spare = area.rows - presentation.rows.count - 1
    if let chart, area.columns >= wideColumns, area.rows >= 6 {
      let parts = area.splitVertically(at: area.rows >= 10 ? 1 : 0).bottom
        .dividedIntoColumns([.flexible(minimum: 36, weight: 3), .flexible(minimum: 45, weight: 1)], spacing: 3)
      chart.draw(context, in: parts[0].splitVertically(at: 24).top, on: &grid)
      table.draw(in: parts[1], on: &grid)
    } else if let chart, area.rows >= 12 {
      let (top, bottom) = area.splitVertically(at: min(16, max(area.rows / 2, spare)))
      chart.draw(context, in: top, on: &grid)
      table.draw(in: bottom, on: &grid)
    } else {
      let hasLine = area.rows >= 4
      if hasLine { grid.write(presentation.sparkline(columns: area.columns), in: area, context) }
      table.draw(in: area.splitVertically(at: hasLine ? 1 : 0).bottom, on: &grid)
    }
  }
}
