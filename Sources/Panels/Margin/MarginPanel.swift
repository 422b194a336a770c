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
    let natural = 2 + (presentation.rows.map { FactsWidget(facts: presentation.facts($0)).rows(in: width) }.max() ?? 0)
    let height = min(natural, area.rows / down)
    let tail = presentation.rows.map { presentation.share($0).columns + presentation.word($0).columns + 2 }.max() ?? 0
    let barColumns = max(4, min(width - tail, 72))
    let spacing = area.rows >= down * (height + 1) - 1 ? 1 : 0
    for (index, account) in presentation.rows.enumerated() {
      let place = places[index % across].offset(rows: index / across * (height + spacing)).splitVertically(at: height)
        .top
      let isSelected = context.isFocused && presentation.rows.count > 1 && context.selectedRow == index
      draw(
        account, presentation, barColumns: barColumns, isSelected: isSelected, context, in: place.intersection(area),
        on: &grid)
    }
    return down * height + (down - 1) * spacing
  }

  /// One card: the venue's ratio by name, the bar with its word, and figures.
  private static func draw(
    _ account: AccountFigures, _ presentation: MarginPresentation, barColumns: Int, isSelected: Bool,
    _ context: PanelContext,
    in area: Rect, on grid: inout Grid
  ) {
    let name = Phrase(account.id.name, isSelected ? .selected : .title)
    let convention = Phrase(account.convention.rawValue, .label)
    let title = [[name]] + presentation.venueRatio(account) + [[convention]]
    ClauseFlow(title, wraps: false).draw(context, in: area.line(0), on: &grid)
    let words = [Phrase(" "), presentation.share(account), Phrase(" "), presentation.word(account)]
    let (bar, end) = area.line(1).splitHorizontally(at: barColumns)
    BarWidget(
      share: account.normalisedRatio.value, role: account.normalisedRatio.isStale ? .stale : .text,
      marks: [DangerLevel.warningRatio, DangerLevel.criticalRatio],
      gradient: account.normalisedRatio.isStale ? nil : .margin
    ).draw(context, in: bar, on: &grid)
    grid.write(words, in: end, context)
    facts(account, presentation, title: title, columns: area.columns, context)
      .draw(context, in: area.splitVertically(at: 2).bottom, on: &grid)
  }

  /// The figures of a card; the end of the ratio that is dangerous is among them when the title has no room for it.
  private static func facts(
    _ account: AccountFigures, _ presentation: MarginPresentation, title: [[Phrase]], columns: Int,
    _ context: PanelContext
  ) -> FactsWidget {
    var facts = presentation.facts(account)
    let fits = ClauseFlow(Array(title.prefix(3))).lines(columns: columns, glyphs: context.glyphs).count == 1
    if !fits { facts.insert(Fact("Liquidates", Phrase(presentation.limit(account.ratio))), at: 1) }
    return FactsWidget(facts: facts)
  }
}
