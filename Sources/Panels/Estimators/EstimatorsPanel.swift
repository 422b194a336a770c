import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// Every coin's beta by every estimator, over several windows, and whether it has held.
public enum EstimatorsPanel: Panel {
  /// Beta estimators.
  public static let id = PanelID.estimators

  /// How many betas disagree or did not hold.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    EstimatorsPresentation(snapshot, context).summary
  }

  /// Coins after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    EstimatorsPresentation(snapshot, context).rows.count
  }

  /// The table, and the selected coin in full.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    rowCount(snapshot, context) + 1 + 6
  }

  /// The coin of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    EstimatorsPresentation(snapshot, context).rows.element(context.selectedRow).map {
      .row(panel: id, key: $0.symbol)
    } ?? .strategy(panel: id)
  }

  /// Every estimate of a coin with its errors.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    EstimatorsPresentation(snapshot, context).details(of: key)
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { EstimatorsPresentation.sortColumns }

  /// Draws the table, and below it the selected coin in full where there is room.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let presentation = EstimatorsPresentation(snapshot, context)
    guard area.rows > 1, presentation.study?.value != nil else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (body, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 5 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    let wanted = 6
    let hasCoin = body.rows >= wanted + min(presentation.rows.count, 8) + 1 && !presentation.rows.isEmpty
    let top = body.splitVertically(at: body.rows - (hasCoin ? wanted : 0)).top
    let used = TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    guard hasCoin, context.tellsOfSelection else { return }
    drawCoin(presentation, context, in: body.splitVertically(at: used + 1).bottom, on: &grid)
  }

  /// The selected coin, or the first one.
  private static func drawCoin(
    _ presentation: EstimatorsPresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let selected = context.isFocused ? presentation.rows.element(context.selectedRow) : nil
    guard let coin = selected ?? presentation.rows.first else { return }
    let used = ClauseFlow(presentation.verdicts(coin))
      .draw(context, in: area.splitVertically(at: 2).top, on: &grid)
    FactsWidget(facts: presentation.facts(coin), maximumColumns: 3)
      .draw(context, in: area.splitVertically(at: used).bottom, on: &grid)
  }
}
