extension GlyphSet {
  /// A full cell of a meter.
  public var barFull: Character { barLevels[barLevels.count - 1] }

  /// The column glyph for a share of the cell's height; 0 and less is empty, 1 and more full. A share that is
  /// not a number is empty.
  public func columnLevel(_ share: Double) -> Character {
    columnLevels[GlyphSet.level(share, of: columnLevels.count)]
  }

  /// The bar glyph for a share of the cell's width, as ``columnLevel(_:)``.
  public func barLevel(_ share: Double) -> Character {
    barLevels[GlyphSet.level(share, of: barLevels.count)]
  }

  /// A cell of a chart drawn with quarters of a cell.
  ///
  /// - Parameter quarters: bit `2 * row + column`, row 0 on top, column 0 on the left. In ASCII, quarters in the
  ///   upper half become `'`, in the lower half `.`, in both `:`.
  public func quadrants(_ quarters: UInt8) -> Character {
    let quarters = quarters & 0x0F
    guard isASCII else { return GlyphSet.quadrantBlocks[Int(quarters)] }
    switch (quarters & 0x03 != 0, quarters & 0x0C != 0) {
    case (true, true): return ":"
    case (true, false): return "'"
    case (false, true): return "."
    case (false, false): return " "
    }
  }

  /// Block elements, which more fonts have than braille.
  private static let quadrantBlocks: [Character] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  private static func level(_ share: Double, of count: Int) -> Int {
    guard share > 0 else { return 0 }
    return share < 1 ? Int((share * Double(count - 1)).rounded()) : count - 1
  }
}
