import HedgeStore
import TerminalCells

/// One panel: draws figures of the strategy shown, or of the portfolio, into a rectangle. A pure function of its arguments.
///
/// The frame, the title and its number are drawn by the screen; a panel gets the inside. It draws something useful at
/// any size, from the whole screen down to a single line, and leaves out the least important first.
public protocol Panel: Sendable {
  /// Which panel it is.
  static var id: PanelID { get }

  /// What stands on its frame: ``PanelID/title``, or what is true of what it shows.
  static func title(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> String

  /// The most important figure in a few words, for the panel's title line and for the tab bar of a small screen:
  /// `−0.012 in band`.
  static func summary(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> PanelSummary

  /// Rows the panel can scroll and select, after the filter; 0 when it has no table.
  static func rowCount(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> Int

  /// Rows the inside of the panel would like to have at a width so that nothing of weight is left out. It follows from
  /// how much there is to show, not from how it stands, so that panes do not move with the prices.
  static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int

  /// Names of the columns it can be sorted by.
  static var sortColumns: [String] { get }

  /// What the selected row stands for: what its details are of; nil for a row that stands for nothing.
  static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject?

  /// The details of a row of its own, by the key it gave as ``DetailSubject/row(panel:key:)``; of the panel as a whole
  /// when the key is empty.
  static func details(of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext) -> [DetailLine]

  /// What the copy key takes while the panel has the keys; nil for the details of the selected row.
  static func copyText(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> String?

  /// Draws into `area` of `grid`.
  static func draw(_ snapshot: HedgeSnapshot, _ context: PanelContext, in area: Rect, on grid: inout Grid)
}

extension Panel {
  /// The title of its identity.
  public static func title(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> String { id.title }

  /// The panel as a whole.
  public static func subject(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> DetailSubject? {
    .strategy(panel: id)
  }

  /// None of its own.
  public static func details(
    of key: String, _ snapshot: HedgeSnapshot, _ context: PanelContext
  ) -> [DetailLine] { [] }

  /// The details of the selected row.
  public static func copyText(_ snapshot: HedgeSnapshot, _ context: PanelContext) -> String? { nil }

  /// A heading, the rows, and their totals.
  public static func desiredRows(_ snapshot: HedgeSnapshot, _ context: PanelContext, columns: Int) -> Int {
    rowCount(snapshot, context) + 2
  }
}
