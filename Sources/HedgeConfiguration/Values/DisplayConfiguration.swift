/// How the screen looks and behaves.
public struct DisplayConfiguration: Hashable, Sendable {
  /// Whether to draw with Unicode signs.
  public enum Unicode: String, Hashable, Sendable, CaseIterable {
    /// As the locale says.
    case auto
    /// Box drawing and braille.
    case always
    /// ASCII only.
    case never
  }

  /// How many colours to draw with.
  public enum Colour: String, Hashable, Sendable, CaseIterable {
    /// As the terminal says.
    case auto
    /// 24-bit colour.
    case truecolor
    /// 256 colours.
    case palette256 = "256"
    /// 16 colours.
    case palette16 = "16"
    /// None; marks and words alone.
    case none
  }

  /// Time between two refreshes.
  public let refresh: Duration
  /// Name of a theme, shipped or in the user's themes folder.
  public let theme: String
  /// Whether to draw with Unicode signs.
  public let unicode: Unicode
  /// How many colours to draw with.
  public let colour: Colour
  /// Whether the mouse works.
  public let mouse: Bool
  /// Whether amounts are hidden at the start.
  public let hideBalances: Bool

  /// A display; see the properties.
  public init(
    refresh: Duration = .seconds(1), theme: String = "default", unicode: Unicode = .auto, colour: Colour = .auto,
    mouse: Bool = true, hideBalances: Bool = false
  ) {
    self.refresh = refresh
    self.theme = theme
    self.unicode = unicode
    self.colour = colour
    self.mouse = mouse
    self.hideBalances = hideBalances
  }
}
