import HedgeAnalytics
import HedgeStore
import TerminalCells

/// What holding the hedge is expected to cost, and the same hedge in each future it could be held in.
public enum HedgePricePanel: Panel {
  /// Price of the hedge.
  public static let id = PanelID.hedgePrice

  /// The expected cost over the holding period.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    HedgePricePresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Futures after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    HedgePricePresentation(snapshot, context)?.rows.count ?? 0
  }

  /// Two lines of words, the facts, the table, a warning and why figures are missing.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    guard let presentation = HedgePricePresentation(snapshot, context) else { return 1 }
    let facts = FactsWidget(facts: presentation.facts).rows(in: columns)
    return facts + presentation.rows.count + 6 + presentation.warnings.count
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { HedgePricePresentation.sortColumns }

  /// Draws the verdict in words, what has turned, the figures behind it, and the alternatives.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = HedgePricePresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard area.rows > 2 else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (top, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 5 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    var rest = top
    func take(_ rows: Int) { rest = rest.splitVertically(at: rows).bottom }
    take(ClauseFlow(presentation.headline).draw(context, in: rest.splitVertically(at: 3).top, on: &grid))
    take(ClauseFlow(presentation.warnings).draw(context, in: rest.splitVertically(at: 2).top, on: &grid))
    drawFigures(presentation, context, in: rest, on: &grid)
  }

  /// The facts, then the table; the table keeps its heading and three rows where there are six lines for both.
  private static func drawFigures(
    _ presentation: HedgePricePresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let facts = FactsWidget(facts: presentation.facts)
    let wanted = facts.rows(in: area.columns)
    let tableRows = presentation.rows.isEmpty ? 0 : min(presentation.rows.count, 3) + 1
    let room = area.rows >= tableRows + 2 ? area.rows - tableRows : area.rows
    let isRoomy = room > wanted
    let used = facts.draw(context, in: area.splitVertically(at: room).top, on: &grid)
    let rest = area.splitVertically(at: used + (isRoomy ? 1 : 0)).bottom
    guard rest.rows >= 2, !presentation.facts.isEmpty else { return }
    TableWidget(content: presentation.table, context: context).draw(in: rest, on: &grid)
  }
}
