import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// Panel 2: the futures legs, what they are worth, and how far each is from liquidation.
public enum LegsPanel: Panel {
  /// Short legs.
  public static let id = PanelID.legs

  /// Short, long, or both.
  public static func title(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> String {
    snapshot.strategy(context).map(StrategyWords.legs) ?? id.title
  }

  /// Net notional and profit of the legs.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    LegsPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Legs after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    LegsPresentation(snapshot, context)?.rows.count ?? 0
  }

  /// The table, and a line that says why figures are missing.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    guard let presentation = LegsPresentation(snapshot, context) else { return 1 }
    return presentation.rows.count + 2 + (presentation.notes.isEmpty ? 0 : 1)
  }

  /// The leg of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    LegsPresentation(snapshot, context)?.rows.element(context.selectedRow).map { .leg($0.id) } ?? .strategy(panel: id)
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { LegsPresentation.sortColumns }

  /// Draws the table of legs with totals, and the reasons for what is unknown.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = LegsPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard area.rows > 1 else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (top, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 4 ? 0 : 1))
    let used = TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    grid.write(notes, in: bottom, context)
    drawDetails(presentation, context, in: top.splitVertically(at: used + 1).bottom, on: &grid)
  }

  /// Every leg in full where all of them fit, else the selected one, or the first.
  private static func drawDetails(
    _ presentation: LegsPresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard area.rows >= 4, area.columns >= 36, !presentation.rows.isEmpty else { return }
    let selected = context.isFocused ? context.selectedRow ?? 0 : 0
    let index = presentation.rows.indices.contains(selected) ? selected : 0
    let height = 2 + facts(presentation.rows[index], presentation).rows(in: area.columns)
    let fits = presentation.rows.count <= (area.rows + 1) / height
    var rest = area
    // Of positions that have not been read there is nothing more to tell.
    for row in fits ? presentation.rows : [presentation.rows[index]] where !row.isUnread {
      grid.write(LegDetails(row: row, format: presentation.format).title, in: rest, context)
      facts(row, presentation).draw(context, in: rest.splitVertically(at: 1).bottom, on: &grid)
      rest = rest.splitVertically(at: height).bottom
    }
  }

  private static func facts(_ row: LegFigures, _ presentation: LegsPresentation) -> FactsWidget {
    FactsWidget(facts: LegDetails(row: row, format: presentation.format).facts, maximumColumns: 3)
  }
}
