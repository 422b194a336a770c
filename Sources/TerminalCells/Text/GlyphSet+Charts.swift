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

  /// A cell of a chart drawn with two by four dots.
  ///
  /// - Parameter dots: bit `2 * row + column`, row 0 on top, column 0 on the left. In ASCII, dots in the upper
  ///   half become `'`, in the lower half `.`, in both `:`.
  public func dots(_ dots: UInt8) -> Character {
    guard dots != 0 else { return " " }
    guard !isASCII else {
      switch (dots & 0x0F != 0, dots & 0xF0 != 0) {
      case (true, true): return ":"
      case (true, false): return "'"
      default: return "."
      }
    }
    // Braille numbers its dots down the left column, then the right one, and added the lowest pair last.
    let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    let pattern = bits.enumerated().reduce(UInt32(0)) { sum, bit in
      dots >> UInt8(bit.offset) & 1 == 1 ? sum | bit.element : sum
    }
    return Unicode.Scalar(0x2800 + pattern).map(Character.init) ?? " "
  }

  private static func level(_ share: Double, of count: Int) -> Int {
    guard share > 0 else { return 0 }
    return share < 1 ? Int((share * Double(count - 1)).rounded()) : count - 1
  }
}
