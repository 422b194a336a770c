import HedgeAnalytics
import HedgeStore
import TerminalCells

/// Panel 5: what holding the hedge costs or pays. Positive funding is received by a short.
public enum FundingPanel: Panel {
  /// Funding drag.
  public static let id = PanelID.funding

  /// What is received or paid a day.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    FundingPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Legs after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    FundingPresentation(snapshot, context)?.rows.count ?? 0
  }

  /// Two lines of words, warnings, the table, and why figures are missing.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    guard let presentation = FundingPresentation(snapshot, context) else { return 1 }
    return presentation.rows.count + 4 + (presentation.reversed.isEmpty ? 0 : 1) + (presentation.notes.isEmpty ? 0 : 1)
  }

  /// The leg of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    FundingPresentation(snapshot, context)?.rows.element(context.selectedRow).map { .leg($0.id) }
      ?? .strategy(panel: id)
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { FundingPresentation.sortColumns }

  /// Draws the net in words, warnings of reversals, and the legs with their net.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = FundingPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard area.rows > 2 else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    // The whole table if two lines of words are left above it, else three of its rows.
    let whole = 2 + presentation.rows.count
    let tableRows = area.rows >= whole + 2 ? whole : 2 + min(presentation.rows.count, 3)
    let warningRows = presentation.reversed.isEmpty ? 0 : 1
    let headRows = max(1, min(3, area.rows - tableRows - warningRows))
    var rest = area
    func take(_ clauses: [[Phrase]], _ rows: Int) {
      guard !clauses.isEmpty, rows > 0 else { return }
      let used = ClauseFlow(clauses).draw(context, in: rest.splitVertically(at: rows).top, on: &grid)
      rest = rest.splitVertically(at: used).bottom
    }
    take(presentation.headline, headRows)
    take(presentation.warnings, min(presentation.reversed.count, max(warningRows, rest.rows - tableRows)))
    let notes = presentation.notes
    let (top, bottom) = rest.splitVertically(at: rest.rows - (notes.isEmpty || rest.rows < 4 ? 0 : 1))
    TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    grid.write(notes, in: bottom, context)
  }
}
