/// What a terminal can show and report.
public struct TerminalCapabilities: Hashable, Sendable {
  /// How many colours.
  public var colourDepth: ColourDepth
  /// Whether more than ASCII can be shown.
  public var unicode: Bool
  /// Whether the mouse is reported.
  public var mouse: Bool

  /// These capabilities.
  public init(colourDepth: ColourDepth, unicode: Bool, mouse: Bool) {
    self.colourDepth = colourDepth
    self.unicode = unicode
    self.mouse = mouse
  }

  /// Everything there is.
  public static let full = TerminalCapabilities(colourDepth: .trueColour, unicode: true, mouse: true)

  /// The signs to draw with.
  public var glyphs: GlyphSet { unicode ? .unicode : .ascii }
}
