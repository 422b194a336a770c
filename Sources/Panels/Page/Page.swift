import TerminalCells

/// A page of the screen: panels that are looked at together, and where each goes on a screen of some size.
public struct Page: Hashable, Sendable {
  /// Which page it is.
  public let id: PageID
  /// Its panels; the place of each is its number key.
  public let panels: [PanelID]
  /// The panel that draws a picture of whatever height: it gets the lines nobody needs.
  let picture: PanelID?
  /// Where its panels go, the roomiest layout first. On screens too small for all of them panels are tabs.
  let layouts: [ScreenLayout]

  init(_ id: PageID, panels: [PanelID], picture: PanelID? = nil, layouts: [ScreenLayout]) {
    self.id = id
    self.panels = panels
    self.picture = picture
    self.layouts = layouts
  }

  /// All pages, in the order in which they are turned.
  public static let all: [Page] = [hedge, book, risk, profit, trade, history]

  /// The roomiest layout that fits; nil on a screen too small for anything.
  func layout(fitting size: Size) -> ScreenLayout? {
    (layouts + [.tabbed]).first { size.columns >= $0.minimum.columns && size.rows >= $0.minimum.rows }
  }

  /// The page with those of its panels that exist, which then share the room of the others; nil when none does.
  func restricted(to exists: (PanelID) -> Bool) -> Page? {
    let shown = panels.filter(exists)
    guard !shown.isEmpty else { return nil }
    guard shown != panels else { return self }
    return Page(
      id, panels: shown, picture: picture.flatMap { exists($0) ? $0 : nil },
      layouts: layouts.map { $0.restricted(to: exists) })
  }

  /// The number key of a panel; nil when it is on another page.
  func number(of panel: PanelID) -> Int? { panels.firstIndex(of: panel).map { $0 + 1 } }
}
