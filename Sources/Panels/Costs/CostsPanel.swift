import HedgeAnalytics
import HedgeStore
import TerminalCells

/// Whether the suggested trades are worth their cost now, or the drift is better left as it is.
public enum CostsPanel: Panel {
  /// Rebalance or wait.
  public static let id = PanelID.costs

  /// The verdict and the cost.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    CostsPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Trades after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    CostsPresentation(snapshot, context)?.rows.count ?? 0
  }

  /// The verdict, two bars, the figures, the trades, and the note.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    guard let presentation = CostsPresentation(snapshot, context) else { return 1 }
    let facts = presentation.facts
    let factRows = facts.isEmpty ? 0 : FactsWidget(facts: facts, maximumColumns: 2).rows(in: columns) + 1
    return 6 + factRows + presentation.rows.count + 3
  }

  /// The leg of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    CostsPresentation(snapshot, context)?.rows.element(context.selectedRow).map { .leg($0.leg) }
      ?? .strategy(panel: id)
  }

  /// Every figure of the verdict.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    CostsPresentation(snapshot, context)?.details ?? []
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { CostsPresentation.sortColumns }

  private static let longestBar = 80

  /// Draws the verdict, its worth against its cost, the figures behind it, and the trades.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = CostsPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard area.rows > 1 else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    var (rest, bottom) = area.splitVertically(at: area.rows - (area.rows >= 4 ? 1 : 0))
    ClauseFlow(presentation.note, wraps: false).draw(context, in: bottom, on: &grid)
    func take(_ rows: Int) { rest = rest.splitVertically(at: rows).bottom }
    take(ClauseFlow(presentation.headline).draw(context, in: rest.splitVertically(at: 3).top, on: &grid))
    let facts = FactsWidget(facts: presentation.facts, maximumColumns: 2)
    let factRows = presentation.facts.isEmpty ? 0 : facts.rows(in: rest.columns)
    if rest.rows >= factRows + 4, !presentation.bars.isEmpty {
      draw(presentation.bars, context, in: rest, on: &grid)
      take(rest.rows >= factRows + 6 ? 3 : 2)
    }
    take(facts.draw(context, in: rest, on: &grid))
    guard !presentation.rows.isEmpty, rest.rows >= 2 else { return }
    if rest.rows > presentation.rows.count + 2 { take(1) }
    TableWidget(content: presentation.table, context: context).draw(in: rest, on: &grid)
  }

  private static func draw(
    _ bars: [(label: String, value: Double, words: String, role: ThemeRole)], _ context: PanelContext, in area: Rect,
    on grid: inout Grid
  ) {
    let scale = bars.reduce(0) { max($0, $1.value) }
    let tail = bars.reduce(0) { max($0, TextWidth.columns(of: $1.words)) } + 2
    for (index, bar) in bars.enumerated() {
      let line = area.line(index)
      let head = grid.write([Phrase(bar.label.padded(toColumns: 6), .label)], in: line, context)
      let (room, _) = line.splitHorizontally(at: head).right.splitHorizontally(
        at: min(longestBar, max(0, line.columns - head - tail)))
      BarWidget(share: scale > 0 ? bar.value / scale : 0, role: bar.role).draw(context, in: room, on: &grid)
      let end = line.splitHorizontally(at: head + room.columns).right
      grid.write([Phrase("  " + bar.words.padded(toColumns: tail - 2, alignment: .right))], in: end, context)
    }
  }
}
