import HedgeStore
import TerminalCells

/// Everything the user has done to the screen: a value, changed by ``Screen/reduce(_:_:snapshot:)`` only.
public struct ScreenState: Sendable {
  /// The size of the terminal.
  public var size: Size
  /// The panel the keys go to.
  public var focus = PanelID.spot
  /// Panels not shown.
  public var hiddenPanels: Set<PanelID> = []
  /// The focused panel takes the whole body.
  public var isExpanded = false
  /// Each panel's arrangement; as at first where absent.
  public var panels: [PanelID: PanelViewState] = [:]
  /// Index of the strategy shown.
  public var strategy = 0
  /// The snapshot held on the display; nil while it follows.
  public var frozen: HedgeSnapshot?
  /// What lies on the panels, the topmost last; it gets the keys.
  public var overlays: [ScreenOverlay] = []
  /// Milliseconds between refreshes.
  public var refreshInterval: Int
  /// Whether amounts are hidden.
  public var hidesBalances: Bool
  /// The theme in use.
  public var themeName: String
  /// The themes to choose from.
  public var themeNames: [String]
  /// Index in ``ChartRange/all``.
  public var chartRange = 0
  /// What the last key did or why it did nothing; gone with the next key.
  public var message: ScreenMessage?

  /// The screen as it is at first.
  ///
  /// - Parameters:
  ///   - size: the terminal's.
  ///   - refreshInterval: milliseconds between refreshes.
  ///   - hidesBalances: whether to begin with amounts hidden.
  ///   - themeName: the theme to begin with.
  ///   - themeNames: the themes the key for it cycles through.
  public init(
    size: Size, refreshInterval: Int = 1000, hidesBalances: Bool = false, themeName: String = "default",
    themeNames: [String] = BuiltinThemes.names
  ) {
    self.size = size
    self.refreshInterval = refreshInterval
    self.hidesBalances = hidesBalances
    self.themeName = themeName
    self.themeNames = themeNames
  }

  /// One panel's arrangement.
  public subscript(panel: PanelID) -> PanelViewState {
    get { panels[panel] ?? PanelViewState() }
    set { panels[panel] = newValue }
  }

  /// Where a key is pressed now.
  public var keyContext: KeyContext { overlays.last?.keyContext ?? .panels }

  /// Panels shown, in the order of their numbers.
  var visiblePanels: [PanelID] { PanelID.allCases.filter { !hiddenPanels.contains($0) } }

  /// What is on the display: the snapshot held, or else the live one.
  func shown(_ live: HedgeSnapshot?) -> HedgeSnapshot? { frozen ?? live }
}
