import TerminalCells

/// Translates colours into the numbers ncurses knows them by.
struct ScreenColours: Hashable, Sendable {
  /// What may be shown.
  var depth: ColourDepth
  /// How many numbered colours the terminal has.
  var count: Int
  /// Whether a number is red, green and blue.
  var isDirect: Bool

  /// A colour's number, -1 for the terminal's default.
  func number(of colour: Colour) -> Int32 {
    switch colour.reduced(to: depth) {
    case .terminalDefault: -1
    case .rgb(let red, let green, let blue): isDirect ? ScreenColours.direct(red, green, blue) : -1
    case .palette(let index) where isDirect: direct(palette: index)
    case .palette(let index): Int32(index) < count ? Int32(index) : ScreenColours.dark(index)
    }
  }

  /// Whether a foreground needs bold to look as bright as it should: terminals of eight colours have no other
  /// bright ones. Dark grey, their bold black, is left alone: many show it as black on black.
  func needsBold(foreground colour: Colour) -> Bool {
    guard count < 16, case .palette(let index) = colour.reduced(to: depth) else { return false }
    return (9...15).contains(index)
  }

  /// The first eight numbers of a direct-colour terminal are its palette: a blue of less than 8/255 by itself
  /// would be taken for one of them.
  private static func direct(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Int32 {
    let value = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    return value < 8 ? 0 : value
  }

  private func direct(palette index: UInt8) -> Int32 {
    if index < 8 { return Int32(index) }
    guard let (red, green, blue) = Colour.palette(index).components else { return -1 }
    return ScreenColours.direct(red, green, blue)
  }

  /// A bright colour on a terminal of eight: the dark one of the same hue; white for dark grey.
  private static func dark(_ index: UInt8) -> Int32 {
    index == 8 ? 7 : Int32(index % 8)
  }
}
