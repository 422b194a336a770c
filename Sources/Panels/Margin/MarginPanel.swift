import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// Panel 4: how near each margin account is to liquidation.
public enum MarginPanel: Panel {
  /// Margin ratio.
  public static let id = PanelID.margin

  /// The account nearest to liquidation.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    MarginPresentation(snapshot, context).summary
  }

  /// Accounts after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    MarginPresentation(snapshot, context).rows.count
  }

  /// The account of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    MarginPresentation(snapshot, context).rows.element(context.selectedRow).map { .account($0.id) }
      ?? .strategy(panel: id)
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { MarginPresentation.sortColumns }

  /// Draws a card an account where three rows each allow it, else a table; below, the history where there is room.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let presentation = MarginPresentation(snapshot, context)
    guard area.rows > 1, !area.isEmpty else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (body, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 4 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    let accounts = presentation.rows
    let across = max(1, min(accounts.count, body.columns / 58))
    let down = (accounts.count + across - 1) / across
    guard !accounts.isEmpty, body.rows / down >= 3 else {
      TableWidget(content: presentation.table, context: context).draw(in: body, on: &grid)
      return
    }
    let used = drawCards(presentation, across: across, down: down, context, in: body, on: &grid)
    let rest = body.splitVertically(at: used + 1).bottom
    if rest.rows >= 6 {
      HistoryChart.margin(snapshot, context, presentation.format)?
        .draw(context, in: rest.splitVertically(at: 12).top, on: &grid)
    }
  }

  /// Draws the cards row by row, with a free line between rows of cards where there is room.
  ///
  /// - Returns: the rows taken.
  private static func drawCards(
    _ presentation: MarginPresentation, across: Int, down: Int, _ context: PanelContext, in area: Rect,
    on grid: inout Grid
  ) -> Int {
    let places = area.dividedIntoColumns(
      Array(repeating: .rest, count: across), spacing: 3)
    let width = places.map(\.columns).min() ?? 0
    let inTitles = presentation.titlesHoldLimit(columns: width)
    let facts = presentation.rows.map { presentation.facts($0, withLimit: !inTitles) }
    let line = presentation.anyDiffers ? 1 : 0
    let natural = 2 + line + (facts.first.map { FactsWidget(facts: $0, peers: facts).rows(in: width) } ?? 0)
    let height = min(natural, area.rows / down)
    // As wide as the longest word, so that the bar keeps its length when the level turns.
    let tail = 8 + max(8, presentation.rows.map { presentation.word($0).columns }.max() ?? 0) + 2
    let barColumns = max(4, min(width - tail, 72))
    let spacing = area.rows >= down * (height + 1) - 1 ? 1 : 0
    for (index, account) in presentation.rows.enumerated() {
      let place = places[index % across].offset(rows: index / across * (height + spacing)).splitVertically(at: height)
        .top
      let isSelected = context.isFocused && presentation.rows.count > 1 && context.selectedRow == index
      let inside = place.intersection(area)
      let title = presentation.title(account, name: isSelected ? .selected : .title, withLimit: inTitles)
      ClauseFlow(title, wraps: false).draw(context, in: inside.line(0), on: &grid)
      drawBar(account, presentation, columns: barColumns, context, in: inside.line(1), on: &grid)
      ClauseFlow(presentation.difference(account), wraps: false).draw(context, in: inside.line(2), on: &grid)
      FactsWidget(facts: facts[index], peers: facts)
        .draw(context, in: inside.splitVertically(at: 2 + line).bottom, on: &grid)
    }
    return down * height + (down - 1) * spacing
  }

  /// The bar with its share and its word; marks where the level turns.
  private static func drawBar(
    _ account: AccountFigures, _ presentation: MarginPresentation, columns: Int, _ context: PanelContext,
    in line: Rect, on grid: inout Grid
  ) {
    let words = [Phrase(" "), presentation.share(account), Phrase(" "), presentation.word(account)]
    let (bar, end) = line.splitHorizontally(at: columns)
    let isStale = account.normalisedRatio.isStale
    BarWidget(
      share: account.normalisedRatio.value, role: isStale ? .stale : .text, marks: presentation.marks,
      gradient: isStale ? nil : .margin
    ).draw(context, in: bar, on: &grid)
    grid.write(words, in: end, context)
  }

  /// A card of five rows an account, one more where the venue reckons otherwise.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    let accounts = max(1, rowCount(snapshot, context))
    let across = max(1, min(accounts, columns / 58))
    return (accounts + across - 1) / across * (MarginPresentation(snapshot, context).anyDiffers ? 6 : 5)
  }
}
