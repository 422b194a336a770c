extension Colour {
  /// The colour nearest to this one that a terminal of that depth can show.
  ///
  /// - 24-bit: unchanged.
  /// - 256: the grey ramp where red, green and blue are equal once rounded to steps of 11 (`232 + round(r / 11)`),
  ///   else the 6×6×6 cube at `round(c / 51)`: the rule btop's theme files are drawn for.
  /// - 16: the palette entry at the smallest distance in xterm's default values, red, green and blue weighted
  ///   2 : 4 : 3 as the eye weighs them; the lower number wins a tie.
  /// - none: the terminal's default.
  public func reduced(to depth: ColourDepth) -> Colour {
    switch (depth, self) {
    case (.trueColour, _), (_, .terminalDefault): self
    case (.none, _): .terminalDefault
    case (.palette256, .palette): self
    case (.palette256, .rgb(let red, let green, let blue)): .palette(Colour.paletteIndex(red, green, blue))
    case (.ansi16, .palette(let index)) where index < 16: self
    case (.ansi16, _): .palette(nearestOfSixteen)
    }
  }

  /// Red, green and blue of the colour in xterm's default palette; `nil` for the terminal's default, which
  /// nobody knows.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .terminalDefault: nil
    case .rgb(let red, let green, let blue): (red, green, blue)
    case .palette(let index) where index < 16: Colour.sixteen[Int(index)]
    case .palette(let index) where index < 232: Colour.cube(index - 16)
    case .palette(let index): Colour.grey(index - 232)
    }
  }

  private static func paletteIndex(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt8 {
    let greys = (step(red, 11), step(green, 11), step(blue, 11))
    if greys.0 == greys.1, greys.1 == greys.2 { return 232 + greys.0 }
    return 16 + 36 * step(red, 51) + 6 * step(green, 51) + step(blue, 51)
  }

  /// `round(component / divisor)`; both divisors are odd, so no half ever has to be decided.
  private static func step(_ component: UInt8, _ divisor: Int) -> UInt8 {
    UInt8((2 * Int(component) + divisor) / (2 * divisor))
  }

  private var nearestOfSixteen: UInt8 {
    guard let wanted = components else { return 7 }
    var best = (index: 0, distance: Int.max)
    for (index, entry) in Colour.sixteen.enumerated() {
      let red = Int(entry.red) - Int(wanted.red)
      let green = Int(entry.green) - Int(wanted.green)
      let blue = Int(entry.blue) - Int(wanted.blue)
      let distance = 2 * red * red + 4 * green * green + 3 * blue * blue
      if distance < best.distance { best = (index, distance) }
    }
    return UInt8(best.index)
  }

  private static func cube(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }
    return (level(index / 36), level(index / 6 % 6), level(index % 6))
  }

  private static func grey(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let level = 8 + 10 * index
    return (level, level, level)
  }

  /// xterm's default values of the sixteen colours.
  private static let sixteen: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
}
