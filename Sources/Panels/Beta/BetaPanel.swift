import HedgeModel
import HedgeStore
import TerminalCells

/// Panel 3: net beta against its target, in a gauge, in words, and over time.
public enum BetaPanel: Panel {
  /// Net beta.
  public static let id = PanelID.beta

  /// The drift and its verdict.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    BetaPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// It has no table.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int { 0 }

  /// Gauge, trades, figures and causes.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    guard let presentation = BetaPresentation(snapshot, context) else { return 1 }
    let facts = FactsWidget(facts: presentation.facts, maximumColumns: 2).rows(in: columns)
    return 3 + presentation.attention.count + presentation.trades.count + facts + 2
  }

  /// It has no table.
  public static var sortColumns: [String] { [] }

  /// Draws gauge, figures, trades and causes on the left; contributions and history to the right of them where the
  /// width allows, else below where the height does.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = BetaPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard !area.isEmpty else { return }
    let chart = HistoryChart.netBeta(snapshot, context, presentation.format)
    if area.columns >= 100, area.rows >= 5, chart != nil || area.rows >= 8 {
      let (left, right) = area.splitHorizontally(at: area.columns * 11 / 20)
      let words = left.splitHorizontally(at: -2).left
      let used = drawWords(presentation, context, in: words, on: &grid)
      let below = words.splitVertically(at: used + 1).bottom
      if chart != nil, below.rows > min(presentation.positionCount, 4) {
        drawContributions(presentation, context, in: below, on: &grid)
        chart?.draw(context, in: right, on: &grid)
      } else {
        drawPictures(presentation, chart, context, in: right, on: &grid)
      }
    } else {
      let used = drawWords(presentation, context, in: area, on: &grid)
      drawPictures(presentation, chart, context, in: area.splitVertically(at: used + 1).bottom, on: &grid)
    }
  }

  /// Gauge, what needs attention, trades, figures, causes: in the order in which they are missed least when left out.
  ///
  /// - Returns: the rows taken.
  @discardableResult
  private static func drawWords(
    _ presentation: BetaPresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) -> Int {
    var rest = area
    func take(_ used: Int) { rest = rest.splitVertically(at: used).bottom }
    take(presentation.gauge.draw(context, in: rest, on: &grid))
    for line in presentation.attention + presentation.trades where !rest.isEmpty {
      take(ClauseFlow(line, wraps: false).draw(context, in: rest, on: &grid))
    }
    let facts = FactsWidget(facts: presentation.facts, maximumColumns: 2)
    let isRoomy = rest.rows > facts.rows(in: rest.columns) + 4
    if isRoomy { take(1) }
    take(facts.draw(context, in: rest, on: &grid))
    if isRoomy { take(1) }
    take(ClauseFlow(presentation.attribution).draw(context, in: rest, on: &grid))
    return area.rows - max(0, rest.rows)
  }

  /// Contribution bars above the history; only the one that fits when there is room for one.
  private static func drawPictures(
    _ presentation: BetaPresentation, _ chart: HistoryChart?, _ context: PanelContext, in area: Rect,
    on grid: inout Grid
  ) {
    let rows = presentation.positionCount + 1
    guard area.rows >= 4, area.columns >= 16 else { return }
    guard let chart else {
      drawContributions(presentation, context, in: area, on: &grid)
      return
    }
    let barRows = area.rows - min(rows, area.rows / 2) - 1 >= 8 ? min(rows, area.rows / 2) : 0
    drawContributions(presentation, context, in: area.splitVertically(at: barRows).top, on: &grid)
    chart.draw(context, in: area.splitVertically(at: barRows > 0 ? barRows + 1 : 0).bottom, on: &grid)
  }

  private static func drawContributions(
    _ presentation: BetaPresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard area.rows >= 2 else { return }
    let count = presentation.positionCount
    let hidden = count + 1 > area.rows ? count + 2 - area.rows : 0
    let all = presentation.contributions(limit: count - hidden)
    let format = presentation.format
    let scale = all.reduce(0) { max($0, $1.value.value?.ifFinite?.magnitude ?? 0) }
    let content = TableContent(
      columns: [
        TableColumn("Contribution", .left, width: .shrinking(minimum: 10)),
        TableColumn("to net \(format.glyphs.beta)", width: .content(minimum: 7)),
        TableColumn("", .left, width: .drawing(minimum: 9, maximum: 61), priority: 1),
      ], rowCount: all.count,
      row: { index in
        let item = all[index]
        return [
          .phrase(Phrase(item.name)), .phrase(format.phrase(item.value) { format.beta($0, sign: .both) }),
          .signedBar(item.value.value, scale: scale, item.value.isStale ? .stale : .label),
        ]
      }, emptyText: "nothing held")
    var plain = context
    plain.sortColumn = nil
    plain.selectedRow = nil
    plain.scroll = 0
    let used = TableWidget(content: content, context: plain).draw(in: area, on: &grid)
    if hidden > 0 { grid.write([Phrase("and \(hidden) more", .label)], in: area.line(used), context) }
  }
}
