import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What scenarios would do to the book: a row each, the worst one marked.
public enum StressPanel: Panel {
  /// Stress.
  public static let id = PanelID.stress

  /// Whether anybody is liquidated, and the worst loss.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    StressPresentation(snapshot, context).summary
  }

  /// Scenarios after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    StressPresentation(snapshot, context).rows.count
  }

  /// The scenario of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    StressPresentation(snapshot, context).rows.element(context.selectedRow).map {
      .row(panel: id, key: $0.scenario.name)
    } ?? .strategy(panel: id)
  }

  /// A scenario with its strategies, accounts and coins.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    StressPresentation(snapshot, context).details(of: key)
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { StressPresentation.sortColumns }

  /// Draws the table, and below it the worst row in words.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let presentation = StressPresentation(snapshot, context)
    guard area.rows > 1, presentation.study != nil else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (body, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 5 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    let hasFooter = body.rows >= 5 && !presentation.footer.isEmpty
    let (top, _) = body.splitVertically(at: body.rows - (hasFooter ? 1 : 0))
    let used = TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    guard hasFooter else { return }
    ClauseFlow(presentation.footer, wraps: body.rows > used + 1)
      .draw(context, in: body.splitVertically(at: used).bottom, on: &grid)
  }
}
