import TerminalCells

/// What the user asks of the terminal; `nil` leaves the choice to the environment and terminfo.
public struct TerminalOptions: Hashable, Sendable {
  /// The most colours to use. Given here it wins over `NO_COLOR`; the terminal's own limit stays.
  public var colourDepth: ColourDepth?
  /// Whether to draw beyond ASCII.
  public var unicode: Bool?
  /// Whether to ask for mouse reports.
  public var mouse: Bool

  /// These wishes.
  public init(colourDepth: ColourDepth? = nil, unicode: Bool? = nil, mouse: Bool = true) {
    self.colourDepth = colourDepth
    self.unicode = unicode
    self.mouse = mouse
  }
}
