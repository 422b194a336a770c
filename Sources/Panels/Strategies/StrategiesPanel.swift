import HedgeAnalytics
import HedgeStore
import TerminalCells

/// All strategies of the portfolio, a row each, with the totals over them.
public enum StrategiesPanel: Panel {
  /// Strategies.
  public static let id = PanelID.strategies

  /// How many are off, or that all are in band.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    StrategiesPresentation(snapshot, context).summary
  }

  /// Strategies after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    StrategiesPresentation(snapshot, context).rows.count
  }

  /// The table, the totals in words, and a line that says why figures are missing.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    let presentation = StrategiesPresentation(snapshot, context)
    return presentation.rows.count + 3 + (presentation.notes.isEmpty ? 0 : 1)
  }

  /// The strategy of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    StrategiesPresentation(snapshot, context).rows.element(context.selectedRow).map {
      .row(panel: id, key: $0.name)
    }
  }

  /// Every figure of a strategy.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    snapshot.figures.strategies.first { $0.name == key }.map {
      StrategyDetails(strategy: $0, format: FigureFormat(snapshot, context)).lines
    } ?? []
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { StrategiesPresentation.sortColumns }

  /// Draws the table, the totals in words, and below them the selected strategy where there is room.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let presentation = StrategiesPresentation(snapshot, context)
    guard area.rows > 1 else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (top, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 4 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    let hasWords = top.rows >= 5 && !presentation.rows.isEmpty
    let used = TableWidget(content: presentation.table, context: context)
      .draw(in: top.splitVertically(at: top.rows - (hasWords ? 1 : 0)).top, on: &grid)
    guard hasWords else { return }
    let rest = top.splitVertically(at: used).bottom
    ClauseFlow(presentation.totals, wraps: false).draw(context, in: rest.line(0), on: &grid)
    drawSelected(presentation, context, in: rest.splitVertically(at: 2).bottom, on: &grid)
  }

  /// The selected strategy, or the one shown on the page of the hedge.
  private static func drawSelected(
    _ presentation: StrategiesPresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard area.rows >= 4, area.columns >= 36 else { return }
    let selected = context.isFocused ? presentation.rows.element(context.selectedRow) : nil
    guard let strategy = selected ?? presentation.rows.first(where: presentation.isShown) ?? presentation.rows.first
    else { return }
    let title = [
      [Phrase(strategy.name, .title)], [Phrase(StrategyWords.kind(strategy), .label)],
      presentation.verdictClause(strategy),
    ]
    ClauseFlow(title, wraps: false).draw(context, in: area.line(0), on: &grid)
    FactsWidget(facts: presentation.facts(strategy))
      .draw(context, in: area.splitVertically(at: 1).bottom, on: &grid)
  }
}
