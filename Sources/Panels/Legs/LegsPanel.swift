import HedgeStore
import TerminalCells

/// Panel 2: the futures legs, what they are worth, and how far each is from liquidation.
public enum LegsPanel: Panel {
  /// Short legs.
  public static let id = PanelID.legs

  /// Net notional and profit of the legs.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    LegsPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Legs after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    LegsPresentation(snapshot, context)?.rows.count ?? 0
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
    TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    grid.write(notes, in: bottom, context)
  }
}
