import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What carrying each future of the portfolio against spot yields.
public enum CarryPanel: Panel {
  /// Carry.
  public static let id = PanelID.carry

  /// The best yield there is.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    CarryPresentation(snapshot, context).summary
  }

  /// Futures after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    CarryPresentation(snapshot, context).rows?.count ?? 0
  }

  /// The table, a line that says what the yields are, and one that says why some are missing.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    rowCount(snapshot, context) + 3
  }

  /// The future of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    CarryPresentation(snapshot, context).rows?.element(context.selectedRow).map { .row(panel: id, key: key($0)) }
      ?? .strategy(panel: id)
  }

  /// Everything known of a future's carry.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    let row = snapshot.studies.carry?.first { self.key($0) == key }
    return row.map { CarryPresentation(snapshot, context).details($0) } ?? []
  }

  private static func key(_ row: InstrumentCarry) -> String { "\(row.leg.instrument) \(row.leg.account)" }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { CarryPresentation.sortColumns }

  /// Draws the table, and below it what the yields are and why some are missing.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let presentation = CarryPresentation(snapshot, context)
    guard area.rows > 1 else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (top, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 4 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    let used = TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    let rest = top.splitVertically(at: used).bottom
    guard rest.rows > 0, presentation.rows?.isEmpty == false else { return }
    ClauseFlow(presentation.legend, wraps: rest.rows > 1).draw(context, in: rest, on: &grid)
  }
}
