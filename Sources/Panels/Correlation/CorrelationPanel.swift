import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// Correlations of the coins with each other as a heat map, alike together.
public enum CorrelationPanel: Panel {
  /// Correlation.
  public static let id = PanelID.correlation

  /// The average.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    CorrelationPresentation(snapshot, context).summary
  }

  /// Coins after the filter.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int {
    CorrelationPresentation(snapshot, context).shown.count
  }

  /// A heading, a row a coin, the legend.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    rowCount(snapshot, context) + 2
  }

  /// The coin of the selected row.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    let presentation = CorrelationPresentation(snapshot, context)
    return presentation.shown.element(context.selectedRow).map { .row(panel: id, key: presentation.name($0)) }
      ?? .strategy(panel: id)
  }

  /// The correlations of one coin with their intervals.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] {
    CorrelationPresentation(snapshot, context).details(of: key)
  }

  /// Names of the columns it can be sorted by.
  public static var sortColumns: [String] { CorrelationPresentation.sortColumns }

  /// Draws the map with its heading, and the legend below.
  public static func draw(
    _ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid
  ) {
    let presentation = CorrelationPresentation(snapshot, context)
    guard area.rows > 1, !presentation.shown.isEmpty else {
      let filtered = presentation.study?.value != nil && area.rows > 1
      let words = filtered ? Phrase("no coin passes the filter", .label) : presentation.summary.phrase
      return grid.write([words], in: area, context).discarded
    }
    let hasLegend = area.rows >= 3
    let (top, bottom) = area.splitVertically(at: area.rows - (hasLegend ? 1 : 0))
    let names = presentation.shown.map { TextWidth.columns(of: presentation.name($0)) }.max() ?? 0
    let isScrolled = presentation.shown.count > top.rows - 1
    let map = CorrelationMap(
      count: presentation.shown.count, names: names,
      size: Size(columns: top.columns, rows: isScrolled || top.rows > 2 ? top.rows - 1 : top.rows),
      scroll: context.scroll, selected: context.isFocused ? context.selectedRow : nil)
    drawHeading(presentation, map, context, in: top, on: &grid)
    for (line, row) in map.rows.enumerated() {
      draw(row, presentation, map, context, in: top.line(line + 1), on: &grid)
    }
    let used = map.rows.count + 1
    guard hasLegend else { return }
    let legend = used < top.rows ? top.splitVertically(at: used).bottom.line(0) : bottom
    ClauseFlow(presentation.legend(map), wraps: false).draw(context, in: legend, on: &grid)
    if !presentation.notes.isEmpty, used + 1 < area.rows { grid.write(presentation.notes, in: bottom, context) }
  }

  private static func drawHeading(
    _ presentation: CorrelationPresentation, _ map: CorrelationMap, _ context: PanelContext, in area: Rect,
    on grid: inout Grid
  ) {
    let style = context.theme.style(.label)
    for (index, column) in map.columns.enumerated() {
      let place = cell(index, map, in: area.line(0))
      let inside = map.form == .shades ? place : place.splitHorizontally(at: 1).right
      grid.write(
        presentation.name(presentation.shown[column]), in: inside, style: style, alignment: .right, ellipsis: "")
    }
  }

  private static func draw(
    _ row: Int, _ presentation: CorrelationPresentation, _ map: CorrelationMap, _ context: PanelContext,
    in line: Rect, on grid: inout Grid
  ) {
    let place = presentation.shown[row]
    let isSelected = context.isFocused && context.selectedRow == row
    let name = line.splitHorizontally(at: map.names).left
    grid.write(
      presentation.name(place), in: name, style: context.theme.style(isSelected ? .selected : .text), alignment: .left,
      ellipsis: context.glyphs.ellipsis)
    for (index, column) in map.columns.enumerated() {
      draw(
        presentation.correlation(place, presentation.shown[column]), presentation, map, context,
        in: cell(index, map, in: line), on: &grid)
    }
  }

  /// A correlation as shades and digits; a coin with itself is a dot.
  private static func draw(
    _ correlation: Double?, _ presentation: CorrelationPresentation, _ map: CorrelationMap, _ context: PanelContext,
    in place: Rect, on grid: inout Grid
  ) {
    guard let correlation else {
      return grid.write(
        String(context.glyphs.middleDot), in: place, style: context.theme.style(.divider), alignment: .right)
    }
    guard correlation.isFinite else {
      return grid.write(
        context.glyphs.unknown, in: place, style: context.theme.style(.unknown), alignment: .right)
    }
    let scale: ThemeGradient = correlation < 0 ? .paid : .received
    let style = context.theme.style(scale, at: correlation.magnitude)
    let shade = presentation.shade(CorrelationPresentation.level(correlation))
    let shades = map.form == .shades ? 2 : map.width - 4
    grid.fill(place.splitHorizontally(at: shades).left, with: shade, style: style)
    if map.form == .shades {
      if correlation < 0 { grid.write(presentation.format.minus, at: place.origin, style: style, maxColumns: 1) }
    } else {
      grid.write(
        presentation.digits(correlation), in: place.splitHorizontally(at: shades).right, style: style,
        alignment: .right)
    }
  }

  private static func cell(_ index: Int, _ map: CorrelationMap, in line: Rect) -> Rect {
    Rect(
      column: line.column + map.names + 1 + index * map.width, row: line.row, columns: map.width,
      rows: 1
    ).intersection(line)
  }
}
