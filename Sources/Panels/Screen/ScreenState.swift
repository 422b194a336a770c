import HedgeStore
import TerminalCells

/// Everything the user has done to the screen: a value, changed by ``Screen/reduce(_:_:snapshot:)`` only.
public struct ScreenState: Sendable {
  /// The size of the terminal.
  public var size: Size
  /// The page shown.
  public var page = PageID.hedge
  /// The panel each page's keys go to; absent for a page not looked at yet.
  public var focuses: [PageID: PanelID] = [.hedge: .spot]
  /// Panels not shown.
  public var hiddenPanels: Set<PanelID> = []
  /// Pages whose focused panel takes the whole body.
  public var expandedPages: Set<PageID> = []
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
  /// How much of the past the page of history shows.
  public var historyRange = HistoryRange.day
  /// The past that was read for that page. Set by the screen's owner; see ``Screen/historyRequest(_:_:)``.
  public var history: HistoryView?
  /// All portfolios and which of them this is; nil where there is one only. Set by the screen's owner.
  public var portfolios: PortfolioChoice?
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

  /// Takes over what the user has set for the whole screen while another portfolio was shown.
  public mutating func adoptSettings(of other: ScreenState) {
    size = other.size
    refreshInterval = other.refreshInterval
    hidesBalances = other.hidesBalances
    themeName = other.themeName
    themeNames = other.themeNames
    portfolios = other.portfolios
  }

  /// One panel's arrangement.
  public subscript(panel: PanelID) -> PanelViewState {
    get { panels[panel] ?? PanelViewState() }
    set { panels[panel] = newValue }
  }

  /// Where a key is pressed now.
  public var keyContext: KeyContext { overlays.last?.keyContext ?? .panels }

  /// The panel the keys go to.
  public var focus: PanelID {
    get { focuses[page] ?? .spot }
    set { focuses[page] = newValue }
  }

  /// Whether the focused panel takes the whole body.
  public var isExpanded: Bool {
    get { expandedPages.contains(page) }
    set {
      if newValue { expandedPages.insert(page) } else { expandedPages.remove(page) }
    }
  }

  /// What is on the display: the snapshot held, or else the live one.
  func shown(_ live: HedgeSnapshot?) -> HedgeSnapshot? { frozen ?? live }
}
