import HedgeAnalytics
import HedgeStore
import TerminalCells

/// Where the profit of a strategy came from: beta, alpha, basis, funding, fees, slippage, collateral.
public enum AttributionPanel: Panel {
  /// Attribution.
  public static let id = PanelID.attribution

  /// Columns the table of the whole takes, with the gap after it.
  private static let wholeColumns = 49
  /// Columns from which the positions stand beside the whole.
  private static let wideColumns = 100

  /// Profit since the start and today.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    AttributionPresentation(snapshot, context)?.summary ?? .nothing
  }

  /// Positions after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    AttributionPresentation.count(snapshot, context)
  }

  /// The parts with their heading, since when they count, and the positions: beside them, or below.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    let positions = rowCount(snapshot, context) + 3
    return columns >= wideColumns ? max(13, positions + 2) : 12 + positions
  }

  /// The position of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    guard context.selectedRow != nil, let presentation = AttributionPresentation(snapshot, context) else {
      return .strategy(panel: id)
    }
    return presentation.rows.element(context.selectedRow).map { .row(panel: id, key: AttributionWords.key($0.id)) }
      ?? .strategy(panel: id)
  }

  /// Every part of a position in every period.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    var whole = context
    whole.filter = ""
    guard let presentation = AttributionPresentation(snapshot, whole),
      let row = presentation.rows.first(where: { AttributionWords.key($0.id) == key })
    else { return [] }
    return AttributionDetails(row: row, presentation: presentation).lines
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { AttributionPresentation.sortColumns }

  /// Draws the parts of the whole strategy in every period, and its positions beside them or below.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    guard let presentation = AttributionPresentation(snapshot, context) else {
      return grid.write([PanelSummary.nothing.phrase], in: area, context).discarded
    }
    guard area.rows > 2 else {
      return grid.write([presentation.summary.phrase], in: area, context).discarded
    }
    let notes = presentation.notes
    let (top, bottom) = area.splitVertically(at: area.rows - (notes.isEmpty || area.rows < 5 ? 0 : 1))
    grid.write(notes, in: bottom, context)
    guard area.columns >= wideColumns else {
      let used = drawWhole(presentation, context, in: top, on: &grid)
      let rest = top.splitVertically(at: used).bottom
      return rest.rows >= 4 ? drawPositions(presentation, context, in: rest, on: &grid).discarded : ()
    }
    let (left, right) = top.splitHorizontally(at: wholeColumns)
    let used = max(
      drawWhole(presentation, context, in: left.splitHorizontally(at: -2).left, on: &grid),
      drawPositions(presentation, context, in: right, on: &grid))
    drawPicture(presentation, context, in: top.splitVertically(at: used + 1).bottom, on: &grid)
  }

  /// The parts as bars, where nothing else needs the room.
  private static func drawPicture(
    _ presentation: AttributionPresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let picture = presentation.picture(columns: area.columns)
    guard area.rows >= picture.rowCount + 1, !context.hidesBalances else { return }
    TableWidget(content: picture, context: unselected(context)).draw(in: area, on: &grid)
  }

  /// For a table beside the one that is scrolled, sorted and selected in.
  private static func unselected(_ context: PanelContext) -> PanelContext {
    var plain = context
    plain.sortColumn = nil
    plain.selectedRow = nil
    plain.scroll = 0
    return plain
  }

  /// The table of the parts and, where there is room, since when they count.
  ///
  /// - Returns: the rows taken.
  @discardableResult
  private static func drawWhole(
    _ presentation: AttributionPresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) -> Int {
    let content = presentation.wholeTable(rows: area.rows - 1, hasBars: area.columns >= 62)
    let used = TableWidget(content: content, context: unselected(context)).draw(in: area, on: &grid)
    let flow = ClauseFlow(presentation.since)
    let room = area.rows - used
    let lines = flow.lines(columns: area.columns, glyphs: context.glyphs).count
    guard room > 0 else { return used }
    let isRoomy = room > lines
    let rest = area.splitVertically(at: used + (isRoomy && lines > 1 ? 1 : 0)).bottom
    let written = flow.draw(context, in: rest, on: &grid)
    return area.rows - rest.rows + written
  }

  /// - Returns: the rows taken.
  @discardableResult
  private static func drawPositions(
    _ presentation: AttributionPresentation, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) -> Int {
    let title = area.rows >= 6 ? 1 : 0
    if title > 0 { ClauseFlow(presentation.positionTitle, wraps: false).draw(context, in: area.line(0), on: &grid) }
    return title
      + TableWidget(content: presentation.positionTable, context: context)
      .draw(in: area.splitVertically(at: title).bottom, on: &grid)
  }
}
