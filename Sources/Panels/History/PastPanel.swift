import HedgeStore
import TerminalCells

/// A panel of the page of history: a chart with its legend, or the reason why there is none.
protocol PastPanel: Panel {
  /// Why there is no chart, a line each; nil when there is one.
  static func missing(_ past: PastPresentation) -> [[Phrase]]?

  /// The chart with its legend.
  static func chart(_ past: PastPresentation) -> PastChart

  /// The latest value in a few words; nil when it is not known.
  static func latest(_ past: PastPresentation) -> PanelSummary?
}

extension PastPanel {
  /// The latest value, or a dash.
  public static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary {
    let past = PastPresentation(snapshot, context)
    return latest(past) ?? PanelSummary(past.format.glyphs.unknown, role: .unknown)
  }

  /// A chart has no rows.
  public static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int { 0 }

  /// Enough for a line to be read.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int { 8 }

  /// Nothing to sort.
  public static var sortColumns: [String] { [] }

  /// Draws the chart, or says why there is none.
  public static func draw(_ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid) {
    let past = PastPresentation(snapshot, context)
    if let missing = missing(past) {
      for (index, line) in missing.prefix(area.rows).enumerated() { grid.write(line, in: area.line(index), context) }
      return
    }
    guard area.rows > 3 else {
      ClauseFlow(chart(past).legend).draw(context, in: area, on: &grid)
      return
    }
    chart(past).draw(context, in: area, on: &grid)
  }
}
