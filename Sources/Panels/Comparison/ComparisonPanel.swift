import HedgeAnalytics
import HedgeStore
import TerminalCells

/// The book of the strategy shown, and the same money run in other ways.
public enum ComparisonPanel: Panel {
  /// Comparison.
  public static let id = PanelID.comparison

  /// What a fall costs now, and without a hedge.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    ComparisonPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Ways after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    ComparisonPresentation(snapshot, context)?.rows.count ?? 0
  }

  /// Every way, and a line that says why figures are missing.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    ComparisonRow.Kind.allCases.count + 2
  }

  /// The way of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    ComparisonPresentation(snapshot, context)?.rows.element(context.selectedRow).map {
      .row(panel: id, key: $0.kind.rawValue)
    } ?? .strategy(panel: id)
  }

  /// Every figure of a way.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    ComparisonPresentation(snapshot, context)?.details(of: key) ?? []
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { ComparisonPresentation.sortColumns }

  /// Draws a row a way, the one of now marked.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = ComparisonPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard area.rows > 1, presentation.state.value != nil else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (top, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 4 ? 0 : 1))
    TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    grid.write(notes, in: bottom, context)
  }
}
