import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// Panel 1: what is held, what it is worth, and how much beta each part of it brings.
public enum SpotPanel: Panel {
  /// Spot holdings.
  public static let id = PanelID.spot

  /// What is held, or for a reverse carry what was borrowed and sold.
  public static func title(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> String {
    snapshot.strategy(context)?.kind == .reverseCarry ? "Spot sold" : id.title
  }

  /// Value and day's change of the spot.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    SpotPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Holdings and collateral rows after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    SpotPresentation(snapshot, context)?.rows.count ?? 0
  }

  /// The table, and a line that says why figures are missing.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    guard let presentation = SpotPresentation(snapshot, context) else { return 1 }
    return presentation.rows.count + 2 + (presentation.notes.isEmpty ? 0 : 1)
  }

  /// The position of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    guard let shown = SpotPresentation(snapshot, context), let row = shown.rows.element(context.selectedRow) else {
      return .strategy(panel: id)
    }
    return .holding(strategy: shown.strategy.name, asset: row.asset, origin: row.origin)
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { SpotPresentation.sortColumns }

  /// Draws the table of holdings with totals, reasons for what is unknown, and below it the history of the value
  /// where there is room.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = SpotPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard area.rows > 1 else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let noteRows = notes.isEmpty || area.rows < 4 ? 0 : 1
    let (top, bottom) = area.splitVertically(at: area.rows - noteRows)
    let used = TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    grid.write(notes, in: bottom, context)
    // Of what holds nothing there is no history but a line of zeros.
    guard !presentation.strategy.holdings.isEmpty,
      let chart = HistoryChart.spotValue(snapshot, context, presentation.format)
    else { return }
    let rest = top.splitVertically(at: used + 1).bottom
    if rest.rows >= 6 { chart.draw(context, in: rest.splitVertically(at: 22).top, on: &grid) }
  }
}
