/// A colour as a theme asks for it; ``reduced(to:)`` makes of it what a terminal can show.
public enum Colour: Hashable, Sendable {
  /// Whatever the terminal itself uses.
  case terminalDefault
  /// One of the 256 numbered colours: 0–15 the terminal's own, 16–231 the 6×6×6 cube, 232–255 the greys.
  case palette(UInt8)
  /// Red, green and blue, 0–255 each.
  case rgb(UInt8, UInt8, UInt8)

  /// Black of the terminal's own sixteen.
  public static let black = Colour.palette(0)
  /// Red of the terminal's own sixteen.
  public static let red = Colour.palette(1)
  /// Green of the terminal's own sixteen.
  public static let green = Colour.palette(2)
  /// Yellow of the terminal's own sixteen.
  public static let yellow = Colour.palette(3)
  /// Blue of the terminal's own sixteen.
  public static let blue = Colour.palette(4)
  /// Magenta of the terminal's own sixteen.
  public static let magenta = Colour.palette(5)
  /// Cyan of the terminal's own sixteen.
  public static let cyan = Colour.palette(6)
  /// White of the terminal's own sixteen.
  public static let white = Colour.palette(7)
}
