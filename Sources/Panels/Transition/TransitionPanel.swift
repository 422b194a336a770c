import HedgeAnalytics
import HedgeStore
import TerminalCells

/// A move from one coin into another in hedged steps: the next one plainly, and where each of them ends.
public enum TransitionPanel: Panel {
  /// Transition.
  public static let id = PanelID.transition

  /// Which step is next, or that one is refused.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    TransitionPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Steps after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    TransitionPresentation(snapshot, context)?.rows.count ?? 0
  }

  /// The next step in words, why one is refused, the steps, and how far it has come.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    guard let presentation = TransitionPresentation(snapshot, context), presentation.plan != nil else { return 3 }
    return presentation.rows.count + 9
  }

  /// The step of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    guard let presentation = TransitionPresentation(snapshot, context) else { return .strategy(panel: id) }
    return presentation.rows.element(context.selectedRow).map { .row(panel: id, key: presentation.step($0)) }
      ?? .strategy(panel: id)
  }

  /// Everything known of a step, or of the plan.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    TransitionPresentation(snapshot, context)?.details(of: key) ?? []
  }

  /// The ticket of the next step; none of one that is refused.
  public static func copyText(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> String? {
    guard let next = TransitionPresentation(snapshot, context)?.plan?.steps.first, next.refusal == nil else {
      return nil
    }
    return next.ticket.clipboardText
  }

  /// Steps stay in their order.
  public static var sortColumns: [String] { [] }

  /// Draws the next step in words, where it ends, and all steps below.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = TransitionPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard presentation.state != nil else {
      return ClauseFlow(presentation.advice).draw(context, in: area, on: &grid).discarded
    }
    guard area.rows > 1, presentation.plan != nil else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    var rest = area
    func take(_ clauses: [[Phrase]], _ rows: Int) {
      let used = ClauseFlow(clauses).draw(context, in: rest.splitVertically(at: max(0, rows)).top, on: &grid)
      rest = rest.splitVertically(at: used).bottom
    }
    // The words get at most half of the lines; a refusal comes before them.
    take(presentation.refusal, max(1, min(3, rest.rows / 4)))
    take(presentation.headline, max(1, min(3, rest.rows / 3)))
    take(presentation.outcome, max(1, min(2, rest.rows / 4)))
    if rest.rows >= 5 { take(presentation.progress, rest.rows >= presentation.rows.count + 4 ? 2 : 1) }
    if rest.rows > presentation.rows.count + 1 { rest = rest.splitVertically(at: 1).bottom }
    TableWidget(content: presentation.table, context: context).draw(in: rest, on: &grid)
  }
}
