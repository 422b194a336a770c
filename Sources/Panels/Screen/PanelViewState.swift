/// How the user has arranged one panel.
public struct PanelViewState: Hashable, Sendable {
  /// Index of the selected row among those shown.
  public var selectedRow = 0
  /// Rows scrolled off at the top.
  public var scroll = 0
  /// Text the rows must contain (`!text`: must not).
  public var filter = ""
  /// Index of the sort column; nil for the configured order.
  public var sortColumn: Int?
  /// True for descending.
  public var sortDescending = true

  /// A panel as it is at first.
  public init() {}
}
