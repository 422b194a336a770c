import TerminalCells

/// How the user wants a panel shown: everything a panel may know besides the snapshot.
public struct PanelContext: Sendable {
  /// Colours by role.
  public var theme: Theme
  /// Unicode or ASCII signs.
  public var glyphs: GlyphSet
  /// Index of the strategy shown.
  public var strategy: Int
  /// True when the keys go to this panel.
  public var isFocused: Bool
  /// Index of the selected row among the rows shown; nil when the panel has none selected.
  public var selectedRow: Int?
  /// Rows scrolled off at the top.
  public var scroll: Int
  /// Text the rows must contain (`!text`: must not); empty for all.
  public var filter: String
  /// Index of the sort column, in the panel's own list; nil for the configured order.
  public var sortColumn: Int?
  /// True for descending.
  public var sortDescending: Bool
  /// Hide amounts and quantities; ratios and prices stay.
  public var hidesBalances: Bool
  /// History shown by charts, in samples counted back from now; nil for all.
  public var chartRange: Int?
  /// The past that was read; nil before any was.
  public var history: HistoryView?
  /// How much of the past charts of it show.
  public var historyRange = HistoryRange.day
  /// Whether what is said of the selected row may be drawn beside the rows; not while rows are looked for by drawing.
  public var tellsOfSelection = true

  /// A context; see the properties.
  public init(
    theme: Theme, glyphs: GlyphSet = .unicode, strategy: Int = 0, isFocused: Bool = false, selectedRow: Int? = nil,
    scroll: Int = 0, filter: String = "", sortColumn: Int? = nil, sortDescending: Bool = true,
    hidesBalances: Bool = false, chartRange: Int? = nil
  ) {
    self.theme = theme
    self.glyphs = glyphs
    self.strategy = strategy
    self.isFocused = isFocused
    self.selectedRow = selectedRow
    self.scroll = scroll
    self.filter = filter
    self.sortColumn = sortColumn
    self.sortDescending = sortDescending
    self.hidesBalances = hidesBalances
    self.chartRange = chartRange
  }
}
