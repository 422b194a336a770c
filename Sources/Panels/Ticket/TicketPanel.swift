import HedgeAnalytics
import HedgeStore
import TerminalCells

/// All trades of a rebalance as one ticket. It is written, never sent.
public enum TicketPanel: Panel {
  /// Trade ticket.
  public static let id = PanelID.ticket

  /// How many trades, and what they cost.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    TicketPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Lines after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    TicketPresentation(snapshot, context)?.rows.count ?? 0
  }

  /// The table, what is left after all and without one, the totals, and the warnings.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    guard let presentation = TicketPresentation(snapshot, context), presentation.ticket != nil else { return 2 }
    return presentation.rows.count + 5 + presentation.warnings.count
  }

  /// The line of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    TicketPresentation(snapshot, context)?.rows.element(context.selectedRow).map { .row(panel: id, key: "\($0.id)") }
      ?? .strategy(panel: id)
  }

  /// Everything known of a line, or of the ticket.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    TicketPresentation(snapshot, context)?.details(of: key) ?? []
  }

  /// The whole ticket, to paste into a message or an order form: amounts included, hidden or not.
  public static func copyText(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> String? {
    TicketPresentation(snapshot, context)?.ticket?.clipboardText
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { TicketPresentation.sortColumns }

  /// Draws the lines, and below them what is left after all of them and without the selected one.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = TicketPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard area.rows > 1, presentation.ticket != nil else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let shown = presentation.rows.element(context.selectedRow) ?? presentation.rows.first
    var foot = [presentation.outcome]
    if let shown { foot.append(presentation.failure(of: shown)) }
    foot += presentation.warnings.map { [[$0]] }
    if !presentation.totals.isEmpty { foot.append(presentation.totals) }
    let wanted = presentation.rows.isEmpty ? 0 : presentation.rows.count + 2
    let room = max(1, area.rows - min(wanted, 4))
    let lines = presentation.rows.isEmpty && area.rows < 3 ? 1 : min(foot.count, room)
    let (top, _) = area.splitVertically(at: area.rows - lines)
    let isEmpty = presentation.ticket?.lines.isEmpty == true
    let used = isEmpty ? 0 : TableWidget(content: presentation.table, context: context).draw(in: top, on: &grid)
    let gap = !isEmpty && used + lines + 1 <= area.rows ? 1 : 0
    for (index, clauses) in foot.prefix(lines).enumerated() {
      ClauseFlow(clauses, wraps: false).draw(context, in: area.line(used + gap + index), on: &grid)
    }
  }
}
